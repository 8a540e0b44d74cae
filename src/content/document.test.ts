import { article, fields, place, required, testFaults } from '../../tests/support/content-folder.ts';

const bytes = (...parts: (string | number)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const whole = article(required);

testFaults('the file as a whole', [
  {
    what: 'a file without frontmatter',
    files: { [place]: 'Only text.\n' },
    faults: [
      'articles/2020/03/05/headline.md:1:1 The file does not begin with frontmatter. → Begin it with a line of three hyphens, then the fields, then three hyphens again.',
    ],
  },
  {
    what: 'an empty file',
    files: { [place]: '' },
    faults: [
      'articles/2020/03/05/headline.md:1:1 The file does not begin with frontmatter. → Begin it with a line of three hyphens, then the fields, then three hyphens again.',
    ],
  },
  {
    what: 'frontmatter that is never closed',
    files: { [place]: `---\n${required.join('\n')}\n\nText.\n` },
    faults: ['articles/2020/03/05/headline.md:1:1 The frontmatter is never closed. → Add a line of three hyphens after the last field.'],
  },
  {
    what: 'a fence alone',
    files: { [place]: '---' },
    faults: ['articles/2020/03/05/headline.md:1:1 The frontmatter is never closed. → Add a line of three hyphens after the last field.'],
  },
  {
    what: 'frontmatter without fields',
    files: { [place]: '---\n---\nText.\n' },
    faults: ['articles/2020/03/05/headline.md:2:1 There are no fields. → Write fields such as “title: …”, one a line.'],
  },
  {
    what: 'frontmatter that is a list',
    files: { [place]: '---\n- title\n---\nText.\n' },
    faults: ['articles/2020/03/05/headline.md:2:1 There are no fields. → Write fields such as “title: …”, one a line.'],
  },
  {
    what: 'a text of white space',
    files: { [place]: article(required, ' \n\t\n') },
    faults: ['articles/2020/03/05/headline.md:7:1 The article has no text. → Write its text below the frontmatter.'],
  },
  {
    what: 'a file that ends with its frontmatter',
    files: { [place]: `---\n${required.join('\n')}\n---` },
    faults: ['articles/2020/03/05/headline.md:7:1 The article has no text. → Write its text below the frontmatter.'],
  },
  {
    what: 'a line of 5 MB',
    files: { [place]: article(required, `${'x'.repeat(5 * 1024 * 1024)}\n`) },
    faults: ['articles/2020/03/05/headline.md:1:1 It has 5.0 MiB; the most is 2. → Keep the text of one article in a file, and pictures in public/.'],
  },
  {
    what: 'fields of 100 KB',
    files: { [place]: article([...required, ...Array.from({ length: 9000 }, (_, at) => `k${at}: value`)]) },
    faults: ['articles/2020/03/05/headline.md:2:1 The fields take 114 KiB; the most is 64. → Keep text out of the fields.'],
  },
]);

testFaults('bytes and characters', [
  {
    what: 'Latin-1',
    files: { [place]: bytes(article(required, 'Ok \ufffd so far,\r\n'), 'caf', 0xe9, ' noir\n') },
    faults: ['articles/2020/03/05/headline.md:9:4 There are bytes that are not UTF-8. → Save the file as UTF-8.'],
  },
  {
    what: 'UTF-16',
    files: { [place]: Buffer.from(`\ufeff${whole}`, 'utf16le') },
    faults: ['articles/2020/03/05/headline.md:1:1 There are bytes that are not UTF-8. → Save the file as UTF-8.'],
  },
  {
    what: 'half a surrogate pair in UTF-8',
    files: { [place]: bytes(whole, 0xed, 0xa0, 0x80) },
    faults: ['articles/2020/03/05/headline.md:9:1 There are bytes that are not UTF-8. → Save the file as UTF-8.'],
  },
  {
    what: 'a sequence that the end of the file cuts off',
    files: { [place]: bytes(whole, 'x', 0xe2, 0x80) },
    faults: ['articles/2020/03/05/headline.md:9:2 There are bytes that are not UTF-8. → Save the file as UTF-8.'],
  },
  {
    what: 'a null byte',
    files: { [place]: article(required, 'One\ntwo\0three\n') },
    faults: ['articles/2020/03/05/headline.md:9:4 There is a control character (U+0000). → Remove it: no page can show it.'],
  },
  {
    what: 'an escape sequence',
    files: { [place]: article(fields('title: a\u001b[31mred')) },
    faults: ['articles/2020/03/05/headline.md:5:9 There is a control character (U+001B). → Remove it: no page can show it.'],
  },
  {
    what: 'a C1 control after letters outside the BMP',
    files: { [place]: article(required, '\u{1F30D}\u{1F30D}\u0085\n') },
    faults: ['articles/2020/03/05/headline.md:8:5 There is a control character (U+0085). → Remove it: no page can show it.'],
  },
  {
    what: 'a character that is none',
    files: { [place]: article(required, 'x\uffff\n') },
    faults: ['articles/2020/03/05/headline.md:8:2 There is a control character (U+FFFF). → Remove it: no page can show it.'],
  },
  {
    what: 'a control character that YAML writes',
    files: { [place]: article(fields('title: "a\\u001b[31mred"')) },
    faults: ['articles/2020/03/05/headline.md:5:8 “title” (a�[31mred) holds a control character or half a character. → Correct the value.'],
  },
  {
    what: 'half a surrogate pair that YAML writes',
    files: { [place]: article(fields('authors: [Ann, "\\uD83D"]')) },
    faults: ['articles/2020/03/05/headline.md:6:16 “authors, entry 2” (�) holds a control character or half a character. → Correct the value.'],
  },
]);

testFaults('YAML', [
  {
    what: 'an open bracket',
    files: { [place]: article(['title: A', 'topics: [a, b', 'source: herald', 'date: 2020-03-05']) },
    faults: [
      'articles/2020/03/05/headline.md:4:1 YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]. → Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
    ],
  },
  {
    what: 'a colon in a headline',
    files: { [place]: article(fields('title: Idlib: the end')) },
    faults: [
      'articles/2020/03/05/headline.md:5:8 YAML cannot be read: Nested mappings are not allowed in compact mappings. → Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
    ],
  },
  {
    what: 'a tab',
    files: { [place]: article([...required, '\tdeck: x']) },
    faults: [
      'articles/2020/03/05/headline.md:6:1 YAML cannot be read: Tabs are not allowed as indentation. → Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
    ],
  },
  {
    what: 'a field that is there twice',
    files: { [place]: article([...required, 'title: Another']) },
    faults: ['articles/2020/03/05/headline.md:6:1 The field is there twice. → Remove one of the two.'],
  },
  {
    what: 'a value that begins with an exclamation mark',
    files: { [place]: article(fields('title: !Viva la vida')) },
    faults: [
      'articles/2020/03/05/headline.md:5:8 YAML cannot be read: Unresolved tag: !Viva. → Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
    ],
  },
  {
    what: 'a binary value',
    files: { [place]: article(fields('title: !!binary aGVsbG8=')) },
    faults: [
      'articles/2020/03/05/headline.md:5:8 YAML cannot be read: Unresolved tag: tag:yaml.org,2002:binary. → Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
    ],
  },
  {
    what: 'a value that begins with an asterisk',
    files: { [place]: article(fields('title: *Star')) },
    faults: ['articles/2020/03/05/headline.md:5:8 The YAML uses aliases (*name). → Write the value out, or put it in quotes.'],
  },
  {
    what: 'an alias of YAML',
    files: { [place]: article([...required, 'deck: &x Again', 'rights: *x']) },
    faults: ['articles/2020/03/05/headline.md:7:9 The YAML uses aliases (*name). → Write the value out, or put it in quotes.'],
  },
  {
    what: 'a bomb of aliases',
    files: {
      [place]: article([
        ...required,
        'a0: &a0 [x, x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 14 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
      ]),
    },
    faults: ['articles/2020/03/05/headline.md:7:10 The YAML uses aliases (*name). → Write the value out, or put it in quotes.'],
  },
  {
    what: 'fields after the end of the document',
    files: { [place]: article([...required, '...', 'deck: lost']) },
    faults: ['articles/2020/03/05/headline.md:7:1 YAML cannot be read: a second document begins here. → Remove the line of dots or hyphens.'],
  },
  {
    what: 'merged fields',
    files: { [place]: article([...required, '<<: {deck: x}']) },
    faults: [
      'articles/2020/03/05/headline.md:6:1 There is no field “<<”. → Fields are: title, source, date, topics, deck, authors, sourceUrl, language, dateline, places, people, organizations, via, updated, captured, suppliedTitle, dateBasis, dateNote, rights, aliases, translationOf, image.',
    ],
  },
]);
