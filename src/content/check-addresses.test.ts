import { article, fields, place, required, testFaults } from '../../tests/support/content-folder.ts';

const whole = article(required);

testFaults('addresses', [
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
]);
