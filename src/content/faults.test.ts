import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { article, contentFolder, type Files, faultsIn, fields, minimal, place, required } from '../../tests/support/content-folder.ts';

const bytes = (...parts: (string | number)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const whole = article(required);

interface Case {
  what: string;
  files: Files;
  faults: string[];
}

const cases: Case[] = [
  // The file as a whole.
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
    faults: ['articles/2020/03/05/headline.md:1:1 The file has 5.0 MiB; the most is 2. → Keep the text of one article in a file, and pictures in public/.'],
  },
  {
    what: 'fields of 100 KB',
    files: { [place]: article([...required, ...Array.from({ length: 9000 }, (_, at) => `k${at}: value`)]) },
    faults: ['articles/2020/03/05/headline.md:2:1 The fields take 114 KiB; the most is 64. → Keep text out of the fields.'],
  },
  // Bytes and characters.
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
  // YAML.
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
  // Fields.
  {
    what: 'missing fields',
    files: { [place]: article(['title: A headline', 'topics: []']) },
    faults: [
      'articles/2020/03/05/headline.md:2:1 “source” is missing. → Add a line “source: …”.',
      'articles/2020/03/05/headline.md:2:1 “date” is missing. → Add a line “date: …”.',
    ],
  },
  {
    what: 'a misspelt field',
    files: { [place]: article([...required, 'autors: [Ann]']) },
    faults: ['articles/2020/03/05/headline.md:6:1 There is no field “autors”. → Did you mean “authors”?'],
  },
  {
    what: 'a field in capitals',
    files: { [place]: article([...required, 'Deck: x']) },
    faults: ['articles/2020/03/05/headline.md:6:1 There is no field “Deck”. → Did you mean “deck”?'],
  },
  {
    what: 'a field that is not known',
    files: { 'topics/war.yml': 'title: War\nweather: wet\n' },
    faults: ['topics/war.yml:2:1 There is no field “weather”. → Fields are: title, description, broader, mediaTopic.'],
  },
  {
    what: 'a very long field',
    files: { 'topics/war.yml': `title: War\n${'w'.repeat(500)}: wet\n` },
    faults: [
      'topics/war.yml:2:1 There is no field “wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…”. → Fields are: title, description, broader, mediaTopic.',
    ],
  },
  {
    what: 'a number for text',
    files: { [place]: article(fields('title: 2020')) },
    faults: ['articles/2020/03/05/headline.md:5:8 “title” must be text, not a number. → Put quotes around it.'],
  },
  {
    what: 'true for text',
    files: { [place]: article(fields('title: true')) },
    faults: ['articles/2020/03/05/headline.md:5:8 “title” must be text, not true or false. → Put quotes around it.'],
  },
  {
    what: 'nothing for text',
    files: { [place]: article(fields('title:')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “title” must be text, not nothing. → Write a value after the colon, or remove the line.'],
  },
  {
    what: 'an empty text',
    files: { [place]: article(fields('title: " "')) },
    faults: ['articles/2020/03/05/headline.md:5:8 “title” ( ) is empty. → Correct the value.'],
  },
  {
    what: 'text for a list',
    files: { [place]: article(fields('topics: syria')) },
    faults: ['articles/2020/03/05/headline.md:5:9 “topics” must be a list, not text. → Write it as a list: [syria].'],
  },
  {
    what: 'nothing for a list',
    files: { [place]: article(fields('topics:')) },
    faults: ['articles/2020/03/05/headline.md:5:8 “topics” must be a list, not nothing. → Write [] for an empty list.'],
  },
  {
    what: 'a list for text',
    files: { [place]: article([...required, 'deck:', '  - x']) },
    faults: ['articles/2020/03/05/headline.md:7:3 “deck” must be text, not a list. → Correct the value.'],
  },
  {
    what: 'text for true or false',
    files: { [place]: article([...required, 'suppliedTitle: yes']) },
    faults: ['articles/2020/03/05/headline.md:6:16 “suppliedTitle” must be true or false, not text. → Correct the value.'],
  },
  {
    what: 'a word that is none of those allowed',
    files: { [place]: article([...required, 'dateBasis: guessed']) },
    faults: ['articles/2020/03/05/headline.md:6:12 “dateBasis” cannot be (guessed). → It is one of: stated, inferred.'],
  },
  {
    what: 'an entry of a list over several lines',
    files: { [place]: article([...required, 'authors:', '  - Ann', '  # who?', '  - 7', '  -', '  - Bob']) },
    faults: [
      'articles/2020/03/05/headline.md:9:5 “authors, entry 2” must be text, not a number. → Put quotes around it.',
      'articles/2020/03/05/headline.md:10:4 “authors, entry 3” must be text, not nothing. → Write a value after the colon, or remove the line.',
    ],
  },
  {
    what: 'a nested value',
    files: { [place]: article([...required, 'image:', '  src: /a.jpg', '  alt: >-', '    Two lines', '    of text', '  caption: 7', '  Credit: Ann']) },
    faults: [
      'articles/2020/03/05/headline.md:11:12 “image, caption” must be text, not a number. → Put quotes around it.',
      'articles/2020/03/05/headline.md:12:3 There is no field “Credit”. → Remove it, or look its name up in the README.',
    ],
  },
  {
    what: 'a nested value that is missing',
    files: { [place]: article([...required, 'image:', '  src: /a.jpg']) },
    faults: ['articles/2020/03/05/headline.md:7:3 “image, alt” is missing. → Add a line “alt: …” to “image”.'],
  },
  {
    what: 'a value after a text of several lines',
    files: { [place]: article([...required, 'deck: |', '  One', '  two', 'language: englisch']) },
    faults: ['articles/2020/03/05/headline.md:9:11 “language” (englisch) is not a language tag such as en, fa or zh-Hant. → Correct the value.'],
  },
  {
    what: '__proto__',
    files: { [place]: article([...required, '__proto__: {title: x}']) },
    faults: [
      'articles/2020/03/05/headline.md:6:1 There is no field “__proto__”. → Fields are: title, source, date, topics, deck, authors, sourceUrl, language, dateline, places, people, organizations, via, updated, captured, suppliedTitle, dateBasis, dateNote, rights, aliases, translationOf, image.',
    ],
  },
  {
    what: '__proto__ in a nested value',
    files: { [place]: article([...required, 'image: {src: /a.jpg, alt: x, __proto__: {caption: y}}']) },
    faults: ['articles/2020/03/05/headline.md:6:30 There is no field “__proto__”. → Remove it, or look its name up in the README.'],
  },
  {
    what: 'constructor',
    files: { 'topics/war.yml': 'title: War\nconstructor: x\ntoString: y\n' },
    faults: [
      'topics/war.yml:2:1 There is no field “constructor”. → Fields are: title, description, broader, mediaTopic.',
      'topics/war.yml:3:1 There is no field “toString”. → Fields are: title, description, broader, mediaTopic.',
    ],
  },
  {
    what: 'an address that is not on the web',
    files: { [place]: article([...required, 'sourceUrl: javascript:alert(1)']) },
    faults: ['articles/2020/03/05/headline.md:6:12 “sourceUrl” (javascript:alert(1)) is not a web address (http or https). → Correct the value.'],
  },
  {
    what: 'a control character in an address',
    files: { [place]: article([...required, 'sourceUrl: "https://a.example/\\0"']) },
    faults: ['articles/2020/03/05/headline.md:6:12 “sourceUrl” (https://a.example/�) is not a web address (http or https). → Correct the value.'],
  },
  {
    what: 'a control character in an alternative text',
    files: { [place]: article([...required, 'image: {src: /a.jpg, alt: "\\a"}']) },
    faults: ['articles/2020/03/05/headline.md:6:27 “image, alt” (�) holds a control character or half a character. → Correct the value.'],
  },
  // Dates.
  {
    what: 'a day that does not exist',
    files: { [place]: article(fields('date: 2020-02-30')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (2020-02-30) is not a day or time that exists. → Correct the value.'],
  },
  {
    what: 'a leap day in a year without',
    files: { [place]: article(fields('date: 1900-02-29')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (1900-02-29) is not a day or time that exists. → Correct the value.'],
  },
  {
    what: 'an hour that does not exist',
    files: { [place]: article(fields('date: 2020-03-05T24:00Z')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (2020-03-05T24:00Z) is not a day or time that exists. → Correct the value.'],
  },
  {
    what: 'an offset that does not exist',
    files: { [place]: article(fields('date: 2020-03-05T12:00+99:00')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (2020-03-05T12:00+99:00) is not a day or time that exists. → Correct the value.'],
  },
  {
    what: 'a time without offset',
    files: { [place]: article(fields('date: 2020-03-05T18:20:00')) },
    faults: [
      'articles/2020/03/05/headline.md:5:7 “date” (2020-03-05T18:20:00) has a time but no offset from UTC, so its moment is not known. → Correct the value.',
    ],
  },
  {
    what: 'a time without offset, after a space',
    files: { [place]: article(fields('date: 2020-03-05 18:20')) },
    faults: [
      'articles/2020/03/05/headline.md:5:7 “date” (2020-03-05 18:20) has a time but no offset from UTC, so its moment is not known. → Correct the value.',
    ],
  },
  {
    what: 'a date in words',
    files: { [place]: article(fields('date: 5 March 2020')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (5 March 2020) is not a date such as 2020-03-05 or 2020-03-05T18:20:00+03:00. → Correct the value.'],
  },
  {
    what: 'a year of three digits',
    files: { [place]: article(fields('date: 0999-03-05')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (0999-03-05) is before the year 1000. → Correct the value.'],
  },
  {
    what: 'a year of five digits',
    files: { [place]: article(fields('date: 12020-03-05')) },
    faults: ['articles/2020/03/05/headline.md:5:7 “date” (12020-03-05) is not a date such as 2020-03-05 or 2020-03-05T18:20:00+03:00. → Correct the value.'],
  },
  {
    what: 'an inferred date without its reason',
    files: { [place]: article([...required, 'dateBasis: inferred']) },
    faults: ['articles/2020/03/05/headline.md:6:12 The date is inferred, but nothing says from what. → Add a line “dateNote: …”.'],
  },
  // Places.
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
  // References.
  {
    what: 'a source that does not exist',
    files: { [place]: article(fields('source: heralt')) },
    faults: ['articles/2020/03/05/headline.md:5:9 There is no source “heralt”. → Did you mean “herald”? A new one is a file sources/heralt.yml with its name.'],
  },
  {
    what: 'a source that is like no other',
    files: { [place]: article([...required, 'via: [herald, reuters]']) },
    faults: [
      'articles/2020/03/05/headline.md:6:15 There is no source “reuters”. → Sources are: herald. A new one is a file sources/reuters.yml with its name.',
    ],
  },
  {
    what: 'a short source that shares no letter with another',
    files: { 'sources/rt.yml': 'name: RT\n', [place]: article(fields('source: ap')) },
    faults: ['articles/2020/03/05/headline.md:5:9 There is no source “ap”. → Sources are: herald, rt. A new one is a file sources/ap.yml with its name.'],
  },
  {
    what: 'a source whose file is at fault, once',
    files: { 'sources/herald.yml': 'nam: The Herald\n', [place]: whole },
    faults: ['sources/herald.yml:1:1 “name” is missing. → Add a line “name: …”.', 'sources/herald.yml:1:1 There is no field “nam”. → Did you mean “name”?'],
  },
  {
    what: 'a translation of nothing',
    files: { [place]: article([...required, 'translationOf: /2020/03/05/other']) },
    faults: ['articles/2020/03/05/headline.md:6:16 There is no article /2020/03/05/other. → Name the original by its address: /2020/03/05/slug/.'],
  },
  {
    what: 'a translation of itself',
    files: { [place]: article([...required, 'translationOf: /2020/03/05/headline/']) },
    faults: ['articles/2020/03/05/headline.md:6:16 The article is a translation of itself. → Remove the line.'],
  },
  {
    what: 'a translation of a translation',
    files: {
      [place]: whole,
      'articles/2020/03/05/b.md': article([...required, 'translationOf: /2020/03/05/headline/']),
      'articles/2020/03/05/c.md': article([...required, 'translationOf: /2020/03/05/b/']),
    },
    faults: ['articles/2020/03/05/c.md:6:16 /2020/03/05/b/ is itself a translation of /2020/03/05/headline/. → Write “translationOf: /2020/03/05/headline/”.'],
  },
  {
    what: 'a topic within itself',
    files: { 'topics/war.yml': 'title: War\nbroader: war\n' },
    faults: ['topics/war.yml:2:10 The topic is a part of itself (war → war). → Take one “broader” out of the ring.'],
  },
  {
    what: 'topics in a ring',
    files: {
      'topics/a.yml': 'title: A\nbroader: b\n',
      'topics/b.yml': 'title: B\nbroader: c\n',
      'topics/c.yml': 'title: C\nbroader: a\n',
      'topics/d.yml': 'title: D\nbroader: a\n',
    },
    faults: [
      'topics/a.yml:2:10 The topic is a part of itself (a → b → c → a). → Take one “broader” out of the ring.',
      'topics/b.yml:2:10 The topic is a part of itself (b → c → a → b). → Take one “broader” out of the ring.',
      'topics/c.yml:2:10 The topic is a part of itself (c → a → b → c). → Take one “broader” out of the ring.',
    ],
  },
  // Addresses.
  {
    what: 'articles that differ in capitals',
    files: { 'articles/2020/03/05/Idlib.md': whole, 'articles/2020/03/05/idlib.md': whole },
    faults: [
      'articles/2020/03/05/idlib.md:1:1 The address /2020/03/05/idlib/ is taken by articles/2020/03/05/Idlib.md. → Rename one of the two files; addresses may not differ in capitals or accents alone.',
    ],
  },
  {
    what: 'articles that differ in composition',
    files: { 'articles/2020/03/05/caf\u00e9.md': whole, 'articles/2020/03/05/cafe\u0301.md': whole },
    faults: [
      'articles/2020/03/05/café.md:1:1 The address /2020/03/05/café/ is taken by articles/2020/03/05/cafe\u0301.md. → Rename one of the two files; addresses may not differ in capitals or accents alone.',
    ],
  },
  {
    what: 'articles that fold together',
    files: { 'articles/2020/03/05/strasse.md': whole, 'articles/2020/03/05/stra\u00dfe.md': whole },
    faults: [
      'articles/2020/03/05/straße.md:1:1 The address /2020/03/05/straße/ is taken by articles/2020/03/05/strasse.md. → Rename one of the two files; addresses may not differ in capitals or accents alone.',
    ],
  },
  {
    what: 'an article at the day’s own file',
    files: { 'articles/2020/03/05/index.html.md': whole },
    faults: ['articles/2020/03/05/index.html.md:1:1 The address /2020/03/05/index.html/ belongs to the site itself. → Rename the file.'],
  },
  {
    what: 'sources that fold together',
    files: { 'sources/gross.yml': 'name: A\n', 'sources/gro\u00df.yml': 'name: B\n' },
    faults: ['sources/groß.yml:1:1 The address /sources/groß/ is taken by sources/gross.yml. → Rename one of the two files.'],
  },
  {
    what: 'topics without files that fold together',
    files: { [place]: article(fields('topics: [strasse, straße]')) },
    faults: [
      'articles/2020/03/05/headline.md:5:19 The topic’s address /topics/straße/ is taken by articles/2020/03/05/headline.md. → Write the topic as it is written there; ids may not differ in letters that mean the same.',
    ],
  },
  {
    what: 'an alias at an article',
    files: { [place]: article([...required, 'aliases: [/2020/03/05/OTHER/]']), 'articles/2020/03/05/other.md': whole },
    faults: [
      'articles/2020/03/05/headline.md:6:11 The alias /2020/03/05/OTHER/ is taken by articles/2020/03/05/other.md. → Remove the alias, or rename what has its address.',
    ],
  },
  {
    what: 'one alias of two articles',
    files: {
      [place]: article([...required, 'aliases: [/old/, /caf%C3%A9]']),
      'articles/2020/03/05/other.md': article([...required, 'aliases:', '  - /older', '  - /cafe\u0301/']),
    },
    faults: [
      'articles/2020/03/05/other.md:8:5 The alias /café/ is taken by articles/2020/03/05/headline.md. → Remove the alias, or rename what has its address.',
    ],
  },
  {
    what: 'an alias at a page',
    files: { [place]: article([...required, 'aliases: [/terms/]']), 'pages/terms.md': '---\ntitle: Terms\n---\nText.\n' },
    faults: ['articles/2020/03/05/headline.md:6:11 The alias /terms/ is taken by pages/terms.md. → Remove the alias, or rename what has its address.'],
  },
  {
    what: 'aliases at the site’s own addresses',
    files: {
      [place]: article([
        ...required,
        'aliases: [/search, /Sources/x, /topics/war, /2020/03, /2020/03/05/index.html, /index.html, /about, /feed.xml, /sitemap-2020.xml, /_headers]',
      ]),
    },
    faults: [
      'articles/2020/03/05/headline.md:6:11 The alias /search/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:20 The alias /Sources/x/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:32 The alias /topics/war/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:45 The alias /2020/03/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:55 The alias /2020/03/05/index.html/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:79 The alias /index.html/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:92 The alias /about/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:100 The alias /feed.xml/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:111 The alias /sitemap-2020.xml/ belongs to the site itself. → Remove the alias.',
      'articles/2020/03/05/headline.md:6:130 The alias /_headers/ belongs to the site itself. → Remove the alias.',
    ],
  },
  {
    what: 'aliases that are no paths',
    files: { [place]: article([...required, 'aliases: [old, /a?b, //host/x, /a/../../b, /.., /a/., /a%2f..%2f..%2fb, "/a\\\\b", /a%00b, /%ff]']) },
    faults: [
      'articles/2020/03/05/headline.md:6:11 “aliases, entry 1” (old) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:16 “aliases, entry 2” (/a?b) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:22 “aliases, entry 3” (//host/x) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:32 “aliases, entry 4” (/a/../../b) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:44 “aliases, entry 5” (/..) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:49 “aliases, entry 6” (/a/.) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:55 “aliases, entry 7” (/a%2f..%2f..%2fb) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:73 “aliases, entry 8” (/a\\b) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:82 “aliases, entry 9” (/a%00b) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
      'articles/2020/03/05/headline.md:6:90 “aliases, entry 10” (/%ff) is not a path such as /2019/12/31/old-slug/. → Correct the value.',
    ],
  },
  {
    what: 'pages with the site’s own names',
    files: { 'pages/search.md': '---\ntitle: S\n---\nText.\n', 'pages/2020.md': '---\ntitle: Y\n---\nText.\n' },
    faults: [
      'pages/2020.md:1:1 The address /2020/ belongs to the site itself. → Rename the file.',
      'pages/search.md:1:1 The address /search/ belongs to the site itself. → Rename the file.',
    ],
  },
  // The archive.
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
];

test.for(cases)('$what', ({ files, faults }, { skip }) => {
  const all = { ...minimal, ...files };
  const dir = contentFolder(all);
  const written = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  skip(written.length < Object.keys(all).length, 'This disk takes two of the names for one.');
  expect(faultsIn(dir)).toEqual(faults);
});
