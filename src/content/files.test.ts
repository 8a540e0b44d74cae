import { article, fields, place, required, testFaults } from '../../tests/support/content-folder.ts';

const whole = article(required);

testFaults('places', [
  {
    what: 'a path that disagrees with the date',
    files: { 'articles/2020/03/06/headline.md': whole },
    faults: [
      'articles/2020/03/06/headline.md:4:7 The date is 2020-03-05, but the file lies under 2020/03/06. → Correct the date, or move the file to articles/2020/03/05/headline.md.',
    ],
  },
  {
    what: 'the day of the source, not of UTC, is the path’s',
    files: { 'articles/2020/03/04/headline.md': article(fields('date: 2020-03-05T01:00:00+03:00')) },
    faults: [
      'articles/2020/03/04/headline.md:5:7 The date is 2020-03-05, but the file lies under 2020/03/04. → Correct the date, or move the file to articles/2020/03/05/headline.md.',
    ],
  },
  {
    what: 'a file that lies too high',
    files: { 'articles/2020/03/headline.md': whole },
    faults: ['articles/2020/03/headline.md:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.'],
  },
  {
    what: 'a file that lies too deep',
    files: { 'articles/2020/03/05/a/headline.md': whole },
    faults: ['articles/2020/03/05/a/headline.md:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.'],
  },
  {
    what: 'a folder of one digit',
    files: { 'articles/2020/3/05/headline.md': whole },
    faults: ['articles/2020/3/05/headline.md:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.'],
  },
  {
    what: 'another ending',
    files: { 'articles/2020/03/05/headline.markdown': whole },
    faults: ['articles/2020/03/05/headline.markdown:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.'],
  },
  {
    what: 'another ending of a source',
    files: { [place]: article(fields('source: globe')), 'sources/globe.yaml': 'name: Globe\n' },
    faults: ['sources/globe.yaml:1:1 The name of the file does not make an id. → Name it sources/ID.yml; ID is lower-case letters, digits and hyphens.'],
  },
  {
    what: 'a space in a name',
    files: { 'articles/2020/03/05/two words.md': whole },
    faults: [
      'articles/2020/03/05/two words.md:1:1 “two words” cannot be part of an address. → Use at most 200 bytes of letters, digits and hyphens; no spaces, and none of / \\ ? # % : * " < > | & ;',
    ],
  },
  {
    what: 'an invisible letter in a name',
    files: { 'articles/2020/03/05/a\u200bb.md': whole },
    faults: [
      'articles/2020/03/05/a\u200bb.md:1:1 “a\u200bb” cannot be part of an address. → Use at most 200 bytes of letters, digits and hyphens; no spaces, and none of / \\ ? # % : * " < > | & ;',
    ],
  },
  {
    what: 'a name that is too long for a disk',
    files: { [`articles/2020/03/05/${'é'.repeat(101)}.md`]: whole },
    faults: [
      'articles/2020/03/05/ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.md:1:1 “ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé” cannot be part of an address. → Use at most 200 bytes of letters, digits and hyphens; no spaces, and none of / \\ ? # % : * " < > | & ;',
    ],
  },
  {
    what: 'an id in capitals',
    files: { 'topics/War.yml': 'title: War\n' },
    faults: ['topics/War.yml:1:1 The name of the file does not make an id. → Name it topics/ID.yml; ID is lower-case letters, digits and hyphens.'],
  },
  {
    what: 'an id with a dot',
    files: { 'sources/a.b.yml': 'name: A\n' },
    faults: ['sources/a.b.yml:1:1 The name of the file does not make an id. → Name it sources/ID.yml; ID is lower-case letters, digits and hyphens.'],
  },
  {
    what: 'a page in a folder',
    files: { 'pages/more/terms.md': '---\ntitle: Terms\n---\nText.\n' },
    faults: ['pages/more/terms.md:1:1 The name of the file does not make an id. → Name it pages/ID.md; ID is lower-case letters, digits and hyphens.'],
  },
]);

testFaults('the archive', [
  {
    what: 'facts of a wrong kind',
    files: { 'archive.yml': 'title: A\ndescription: B\nurl: archive.example\nlanguage: English\nemail: nobody\nimageHosts:\n  - https://a.example\n' },
    faults: [
      'archive.yml:3:6 “url” (archive.example) is not a web address (http or https). → Correct the value.',
      'archive.yml:4:11 “language” (English) is not a language tag such as en, fa or zh-Hant. → Correct the value.',
      'archive.yml:5:8 “email” (nobody) is not an e-mail address. → Correct the value.',
      'archive.yml:7:5 “imageHosts, entry 1” (https://a.example) is not a host name such as images.example.org. → Correct the value.',
    ],
  },
]);
