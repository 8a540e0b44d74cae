import { expect, test } from 'vitest';
import { openPage } from '../page/page.ts';
import { findHeadline } from './headline.ts';

function headlineOf(html: string): string | undefined {
  return findHeadline(openPage({ html })).finding?.value;
}

const FIELDS = '<title>Mayor is no longer in the running</title><meta property="og:title" content="Mayor is no longer in the running">';

test('what a page prints goes before how its fields word the same', () => {
  expect(headlineOf(`${FIELDS}<h1>Mayor is no longer in the running for the board</h1>`)).toBe('Mayor is no longer in the running for the board');
  expect(headlineOf(`${FIELDS}<h1>Former mayor is out of the running, she says</h1>`)).toBe('Former mayor is out of the running, she says');
});

test('not the name of a section', () => {
  expect(headlineOf(`${FIELDS}<h1>News from the town and around</h1>`)).toBe('Mayor is no longer in the running');
});
