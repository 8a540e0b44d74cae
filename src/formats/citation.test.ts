import { describe, expect, test } from 'vitest';
import { hostileTexts, makeWork } from '../../tests/support/works.ts';
import { citationText, STYLES } from './citation.ts';

const cite = (fields: Parameters<typeof makeWork>[0] = {}) => STYLES.map((style) => citationText(makeWork(fields), style.cite));
const all = { original: 'http://herald.example/1', accessed: '2026-05-09' };

// Authors, marks and dates were held against citeproc-js with the CSL styles apa, modern-language-association,
// chicago-note-bibliography and harvard-cite-them-right of 2023. What they have no place for is ours: the archive's copy beside the original.
describe('a citation', () => {
  test('of what is known', () => {
    expect(cite(all)).toEqual([
      'Jane Doe. “A headline”, The Herald, 5 March 2020, http://herald.example/1. Test Archive, accessed 9 May 2026. https://host.example/2020/03/05/headline/',
      'Doe, J. (2020, March 5). A headline. The Herald. Test Archive. Retrieved May 9, 2026, from https://host.example/2020/03/05/headline/ (Original at http://herald.example/1)',
      'Doe, Jane. “A headline.” The Herald, 5 Mar. 2020, http://herald.example/1. Test Archive, https://host.example/2020/03/05/headline/. Accessed 9 May 2026.',
      'Doe, Jane. “A headline.” The Herald, March 5, 2020. http://herald.example/1. Archived in Test Archive, accessed May 9, 2026, https://host.example/2020/03/05/headline/.',
      'Doe, J. (2020) ‘A headline’, The Herald, 5 March. Test Archive. Available at: https://host.example/2020/03/05/headline/ (Accessed: 9 May 2026). Original at: http://herald.example/1.',
    ]);
  });

  test('without a clock, an original or an author', () => {
    expect(cite({ authors: [] })).toEqual([
      '“A headline”, The Herald, 5 March 2020. Test Archive. https://host.example/2020/03/05/headline/',
      'A headline. (2020, March 5). The Herald. Test Archive. https://host.example/2020/03/05/headline/',
      '“A headline.” The Herald, 5 Mar. 2020. Test Archive, https://host.example/2020/03/05/headline/.',
      'The Herald. “A headline,” March 5, 2020. Test Archive, https://host.example/2020/03/05/headline/.',
      'The Herald (2020) ‘A headline’, 5 March. Test Archive. Available at: https://host.example/2020/03/05/headline/.',
    ]);
  });

  test('puts in brackets what the archive supplied or inferred', () => {
    expect(cite({ suppliedTitle: true, inferredDate: true })).toEqual([
      'Jane Doe. [A headline], The Herald, [5 March 2020]. Test Archive. https://host.example/2020/03/05/headline/',
      'Doe, J. ([2020, March 5]). [A headline]. The Herald. Test Archive. https://host.example/2020/03/05/headline/',
      'Doe, Jane. [A headline]. The Herald, [5 Mar. 2020]. Test Archive, https://host.example/2020/03/05/headline/.',
      'Doe, Jane. [A headline]. The Herald, [March 5, 2020]. Test Archive, https://host.example/2020/03/05/headline/.',
      'Doe, J. ([2020]) [A headline], The Herald, [5 March]. Test Archive. Available at: https://host.example/2020/03/05/headline/.',
    ]);
  });

  test.each([
    ['Who won?', ['“Who won?” The', 'Who won? The', '“Who won?” The', '“Who won?” The', '‘Who won?’ The']],
    ['من فاز؟', ['“من فاز؟” The', 'من فاز؟ The', '“من فاز؟” The', '“من فاز؟” The', '‘من فاز؟’ The']],
  ])('has no second mark after %s', (title, expected) => {
    expect(cite({ title }).map((text, at) => text.includes(expected[at] ?? '?'))).toEqual([true, true, true, true, true]);
  });

  test.each([
    [
      ['Jane Doe', 'Bob Ray'],
      ['Jane Doe and Bob Ray. ', 'Doe, J., & Ray, B. (', 'Doe, Jane, and Bob Ray. ', 'Doe, Jane, and Bob Ray. ', 'Doe, J. and Ray, B. ('],
    ],
    [
      ['Jane Doe', 'Bob Ray', 'Cy Do'],
      [
        'Jane Doe, Bob Ray and Cy Do. ',
        'Doe, J., Ray, B., & Do, C. (',
        'Doe, Jane, et al. ',
        'Doe, Jane, Bob Ray, and Cy Do. ',
        'Doe, J., Ray, B. and Do, C. (',
      ],
    ],
    [
      ['A A', 'B B', 'C C', 'D D'],
      ['A A, B B, C C and D D. ', 'A, A., B, B., C, C., & D, D. (', 'A, A, et al. ', 'A, A, B B, C C, and D D. ', 'A, A. et al. ('],
    ],
    [['Associated Press'], ['Associated Press. ', 'Associated Press. (', 'Associated Press. ', 'Associated Press. ', 'Associated Press (']],
  ])('names %j', (authors, expected) => {
    expect(cite({ authors }).map((text, at) => text.slice(0, expected[at]?.length))).toEqual(expected);
  });

  test('of many authors names some', () => {
    const authors = Array.from({ length: 22 }, (_, at) => `Ann Lee${String.fromCharCode(97 + at)}`);
    const [, apa = '', , chicago = ''] = cite({ authors });
    expect(apa).toMatch(/^Leea, A\., Leeb, A\.,.* Lees, A\., \. \. \. Leev, A\. \(2020/);
    expect(chicago).toMatch(/^Leea, Ann, Ann Leeb,.* Ann Leeg, et al\. “/);
  });

  test.each([
    ['2020-05-01', '1 May 2020'],
    ['2020-06-30', '30 June 2020'],
    ['2020-09-09', '9 Sept. 2020'],
    ['1899-12-31', '31 Dec. 1899'],
  ])('of %s says %s after MLA', (day, expected) => {
    expect(cite({ day })[2]).toContain(`, ${expected}. `);
  });

  test('carries every word as it was written', () => {
    const missing = hostileTexts.filter((text) => !cite({ title: text, source: text, archive: text }).every((cited) => cited.split(text).length >= 4));
    expect(missing).toEqual([]);
  });
});

test('what stands between names and headline belongs to neither, whichever way they run', () => {
  const work = makeWork({ title: 'الهدنة', authors: ['ليلى حداد'], source: 'الصحيفة' });
  for (const { cite: style } of STYLES) {
    const mixed = style(work).filter(({ text }) => /\p{Script=Arabic}/u.test(text) && /[a-z]/i.test(text));
    expect(mixed).toEqual([]);
  }
});
