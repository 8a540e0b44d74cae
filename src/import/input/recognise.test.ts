import { describe, expect, test } from 'vitest';
import { formatOf } from './recognise.ts';

const HEADLESS = 'a table without headings; write them into its first line, such as title, date, source, text';

describe('the format of', () => {
  test.each([
    ['page', '<!DOCTYPE html><html><head><title>x</title></head></html>'],
    ['page', '\n<!-- saved from url=(0014)about:internet -->\n<html>'],
    ['page', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['feed', '<?xml version="1.0"?><rss version="2.0"><channel>'],
    ['feed', '  <feed xmlns="http://www.w3.org/2005/Atom">'],
    ['feed', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">'],
    ['feed', '<a:feed xmlns:a="http://www.w3.org/2005/Atom">'],
    ['newsml', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">'],
    ['newsml', '<NewsML Version="1.2">'],
    ['warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n'],
    ['mhtml', 'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'],
    ['json', '{ "version": "https://jsonfeed.org/version/1.1" }'],
    ['json', '[\n  { "title": "x" }\n]'],
    ['json-lines', '{"title": "x"}\n{"title": "y"}\n'],
    ['markdown', '---\ntitle: x\n---\nText'],
    ['markdown', '+++\ntitle = "x"\n+++\nText'],
    ['markdown', '{\n  "title": "x"\n}\n\nText'],
    ['table', 'title,date,text\na,b,c\n'],
    ['table', 'url\theadline\tbody\n'],
    ['table', 'Titre;Date;Texte\n'],
    ['table', 'Überschrift\tDatum\tArtikeltext\n'],
    ['table', 'c1,c2,c3\nA headline,2019-01-02,"A text, with commas."\nAnother,2019-01-03,B\nA third,2019-01-04,"It goes on\n\nand is cut'],
    ['table', 'c1,c2,c3\nA,b,c\nD,e,f\nG,h'],
    ['text', 'c1,c2,c3\nA,b,c,d\nE,f\n'],
    ['text', 'Rain, wind, snow\n\nIt rained, it blew, it snowed.\n\nThen, at last, the sun came.\n'],
    ['text', 'A headline\n\nA text, with commas, and more of them.'],
    ['text', '--- \nA line that only looks like frontmatter'],
  ])('%s is told from %j', (format, start) => {
    expect(formatOf(Buffer.from(start))).toBe(format);
  });

  test.each([
    ['a PDF', '%PDF-1.7\n'],
    ['a picture (JPEG)', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['binary data', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7) % 23))],
    ['empty', '  \n'],
    [HEADLESS, '1.html\ta;b\n2.html\tc;d\n3.html\te;f\n'],
    [HEADLESS, '"A headline","2019-01-02","A text, with commas."\n"Another","2019-01-03","A text."\n"A third","2019-01-04","A text."\n'],
    ['XML of a kind that holds no news as far as is known', '<?xml version="1.0"?><files><file/></files>'],
  ])('%s is said not to be read', (what, start) => {
    expect(formatOf(Buffer.from(start))).toEqual({ unreadable: what });
  });

  test('a table is told by the columns that a person named', () => {
    const start = Buffer.from('k1;k2\nA;b\n');
    expect(formatOf(start)).toBe('text');
    expect(formatOf(start, ['k2'])).toBe('table');
    expect(formatOf(start, ['k3'])).toBe('text');
  });
});
