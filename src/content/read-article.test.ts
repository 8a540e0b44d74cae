import { article, fields, place, required, testFaults } from '../../tests/support/content-folder.ts';

testFaults('fields', [
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
]);

testFaults('dates', [
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
]);
