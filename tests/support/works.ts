import type { CitedWork } from '../../src/formats/work.ts';
import { hasUnprintable } from '../../src/schema/fields.ts';
import { xss } from '../fixtures/xss.ts';

/** A work to cite, with everything filled in. */
export function makeWork(fields: Partial<CitedWork> = {}): CitedWork {
  return {
    title: 'A headline',
    suppliedTitle: false,
    authors: ['Jane Doe'],
    source: 'The Herald',
    language: 'en',
    day: '2020-03-05',
    inferredDate: false,
    archive: 'Test Archive',
    url: 'https://host.example/2020/03/05/headline/',
    ...fields,
  };
}

/** Fields that somebody could write to break out of what they stand in; on one line, as the schema has them. */
export const hostileTexts = [
  ...xss.filter((text) => !hasUnprintable(text)).map((text) => text.replaceAll(/\s+/g, ' ').trim()),
  'Tom & “Jerry” 50% of {A}: $5 #1 a_b ~ ^ \\ {x} <b>',
  '} and { @article{x,',
  'ER - x TY - JOUR',
  '"\'“”‘’',
  'ليلى حداد',
  '停火协议',
].filter((text) => text !== '');
