import { article, fields, place, required, testFaults } from '../../tests/support/content-folder.ts';

const whole = article(required);

testFaults('references', [
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
]);
