import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../limits.ts';
import { decode } from './decode.ts';

const russian = 'В понедельник у здания мэрии состоялась акция протеста против политики городских властей.';

describe('an encoding', () => {
  test.each([
    ['utf-8', 'Zürich, “quoted”', {}],
    ['utf-16le', '<p>Zürich</p>', {}],
    ['utf-16be', '<p>Zürich</p>', {}],
    ['utf-32le', '<p>Zürich</p>', {}],
  ])('%s is told by the form of the bytes', (encoding, text, hints) => {
    expect(decode(iconv.encode(text, encoding), hints)).toMatchObject({ text, notes: [] });
  });

  test('that is declared is used where the bytes are not UTF-8', () => {
    expect(decode(iconv.encode(`<meta charset="windows-1251">${russian}`, 'windows-1251'))).toMatchObject({
      text: `<meta charset="windows-1251">${russian}`,
      notes: [],
    });
    expect(decode(iconv.encode(russian, 'koi8-r'), { http: 'koi8-r' }).text).toBe(russian);
    expect(decode(iconv.encode('<?xml version="1.0" encoding="big5"?><a>新聞</a>', 'big5')).text).toContain('新聞');
  });

  test('that is declared gives way to valid UTF-8', () => {
    expect(decode(Buffer.from('<meta charset="iso-8859-1">Zürich')).text).toContain('Zürich');
  });

  test('that is guessed is reported', () => {
    const { text, notes } = decode(iconv.encode(russian.repeat(5), 'windows-1251'));
    expect(text).toBe(russian.repeat(5));
    expect(notes).toEqual(['The encoding was guessed: windows-1251.']);
  });

  test('with a few bad bytes is still UTF-8, and the bad bytes are counted', () => {
    expect(decode(Buffer.concat([Buffer.from(russian), Buffer.from([0xff])]))).toMatchObject({
      encoding: 'utf-8',
      notes: ['1 bytes are not UTF-8 and are shown as \ufffd.'],
    });
  });

  test('of Japanese mail, whose bytes are all ASCII, is taken by its name', () => {
    expect(decode(iconv.encode('<meta charset="iso-2022-jp">', 'ascii'), { http: 'iso-2022-jp' }).encoding).toBe('iso-2022-jp');
  });
});

test('half a character in UTF-8 is refused', () => {
  expect(() => decode(Buffer.concat([Buffer.from('before '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(' after')]))).toThrow(Refusal);
});
