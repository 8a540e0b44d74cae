import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  'https://a.example',
  'https://a.example/b%20c?d=e%26f&g=h#i',
  'http://[::1]:8080/a;b=(c)*d~e/?x=$1,2!',
  'https://пример.example/путь/?q=слово#место',
  'HTTPS://A.example/😀',
  'mailto:a@b.example',
])('%s stays as it is', (address) => {
  expect(webAddress(address)).toBe(address);
});

test.each([
  ['braces in the query', 'https://a.example/i?t_{i}', 'https://a.example/i?t_%7Bi%7D'],
  ['a backslash in the query', 'https://a.example/i?\\eta|^`', 'https://a.example/i?%5Ceta%7C%5E%60'],
  ['a second number sign', 'https://a.example/##11', 'https://a.example/#%2311'],
  ['a bracket', 'https://a.example/?a[]=1', 'https://a.example/?a%5B%5D=1'],
  ['a percent sign alone', 'https://a.example/100%/?b=5%', 'https://a.example/100%25/?b=5%25'],
  ['spaces and line breaks', ' https://a.example/a b\n/c ', 'https://a.example/a%20b/c'],
  ['backslashes that a browser takes for slashes', 'https:\\\\a.example\\b', 'https://a.example/b'],
  ['a name before the server', 'https://a:b@c@d.example/@e', 'https://d.example/@e'],
  ['half a character', 'https://a.example/\ud800', 'https://a.example/%EF%BF%BD'],
])('%s', (_, written, expected) => {
  expect(webAddress(written)).toBe(expected);
  expect(webAddress(expected)).toBe(expected);
  expect(new URL(expected).host).toBe(new URL(written.toWellFormed()).host);
});
