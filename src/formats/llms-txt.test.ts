import { expect, test } from 'vitest';
import { archiveOf, facts, makeArticle } from '../../tests/support/make-archive.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { llmsTxt } from './llms-txt.ts';

const addresses = makeAddresses('https://host.example/news/');

test('says what there is and where', () => {
  const pages = [{ id: 'policy', title: 'Policy [draft]', language: 'en', file: 'pages/policy.md', digest: 'x' }];
  const text = llmsTxt(archiveOf([makeArticle(), makeArticle({ date: '2021-01-01' })], { pages }), addresses);
  expect(text).toMatch(/^# Test Archive\n\n> For tests\.\n\nThe archive holds 2 articles of 1 source, first published from 5 March 2020 to 1 January 2021\. /);
  expect(text).toContain(
    '\n\n## Texts\n\n- [Articles of 2021](https://host.example/news/data/2021.jsonl): 1, in full; one a line in ninjs 3.1\n- [Articles of 2020](https://host.example/news/data/2020.jsonl): 1, in full',
  );
  expect(text).toContain('- [Policy \\[draft\\]](https://host.example/news/policy/)\n');
});

test('what a publisher wrote is words, and cannot be more', () => {
  const text = llmsTxt(archiveOf([], { facts: { ...facts, title: 'A\n# B', description: '[x](javascript:1) <b>', rights: '*' } }), addresses);
  expect(text).toMatch(
    /^# A \\# B\n\n> \\\[x\\\]\(javascript:1\) \\<b\\>\n\nThe archive holds no article yet\.\n\nRights in what the archive adds: \\\*\n\n## Lists/,
  );
});
