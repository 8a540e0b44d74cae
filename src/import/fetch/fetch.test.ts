import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addressProblem, isPublicAddress } from './addresses.ts';
import { makeFetcher } from './get.ts';
import type { Transport } from './transport.ts';

type Answers = Record<string, { status?: number; headers?: Record<string, string>; body?: string }>;

/** A fetcher whose network is a table of answers, and what was asked of it. */
function fetcher(answers: Answers) {
  const scratch = mkdtempSync(join(tmpdir(), 'stet-fetch-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const asked: string[] = [];
  let [now, most] = [0, 0];
  const transport: Transport = async (url) => {
    asked.push(url.href);
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    const { status = 200, headers = {}, body = '' } = answers[url.href] ?? { status: 404 };
    const chunks = async function* () {
      yield Buffer.from(body);
      now -= 1;
    };
    return {
      status,
      headers,
      body: chunks(),
      close: () => {
        if (status !== 200) now = Math.max(0, now - 1);
      },
    };
  };
  return { fetch: makeFetcher(transport, scratch, () => new Date('2026-01-02T03:04:05.678Z')), asked, most: () => most };
}

describe('an address', () => {
  test('is fetched once robots.txt has allowed it', async () => {
    const { fetch, asked } = fetcher({ 'https://n.example/1': { body: 'x', headers: { 'content-type': 'text/html' } } });
    const done = await fetch('https://n.example/1');
    expect(done).toMatchObject({ url: 'https://n.example/1', size: 1, contentType: 'text/html', captured: '2026-01-02T03:04:05Z' });
    expect('path' in done && readFileSync(done.path, 'utf8')).toBe('x');
    expect(asked).toEqual(['https://n.example/robots.txt', 'https://n.example/1']);
  });

  test('is taken at the time that its server tells', async () => {
    const { fetch } = fetcher({ 'https://n.example/1': { headers: { date: 'Thu, 05 Mar 2020 18:20:00 GMT' } } });
    expect(await fetch('https://n.example/1')).toMatchObject({ captured: '2020-03-05T18:20:00Z' });
  });

  test('that robots.txt forbids is not', async () => {
    const { fetch, asked } = fetcher({ 'https://n.example/robots.txt': { body: 'User-agent: *\nDisallow: /private/\n' } });
    expect(await fetch('https://n.example/private/1')).toEqual({ refused: 'robots.txt of n.example asks not to fetch it.' });
    expect(asked).toEqual(['https://n.example/robots.txt']);
  });

  test('whose robots.txt fails is not', async () => {
    const { fetch } = fetcher({ 'https://n.example/robots.txt': { status: 503 }, 'https://n.example/1': { body: 'x' } });
    expect(await fetch('https://n.example/1')).toHaveProperty('refused');
  });

  test.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/',
    'http://localhost/',
    'http://printer.local/',
    'http://intranet/',
    'http://0x7f000001/',
    'ftp://n.example/',
    'https://me:secret@n.example/',
  ])('%s is not', async (address) => {
    const { fetch, asked } = fetcher({});
    expect(await fetch(address)).toHaveProperty('refused');
    expect(asked).toEqual([]);
  });

  test('that leads to a private one is not followed', async () => {
    const { fetch, asked } = fetcher({ 'https://n.example/1': { status: 302, headers: { location: 'http://10.0.0.1/' } } });
    expect(await fetch('https://n.example/1')).toEqual({ refused: '10.0.0.1 is not an address of the public internet.' });
    expect(asked.some((each) => each.includes('10.0.0.1'))).toBe(false);
  });

  test('that leads round in a circle is given up', async () => {
    const { fetch } = fetcher({ 'https://n.example/1': { status: 301, headers: { location: '/1' } } });
    expect(await fetch('https://n.example/1')).toEqual({ refused: 'It leads from one address to another more than 5 times.' });
  });
});

test('a host is asked one thing at a time', async () => {
  const { fetch, most } = fetcher(Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`https://n.example/${at}`, { body: 'x' }])));
  await Promise.all(Array.from({ length: 6 }, (_, at) => fetch(`https://n.example/${at}`)));
  expect(most()).toBe(1);
});

test('only the public internet is public', () => {
  expect(['8.8.8.8', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true]);
  expect(
    ['10.1.1.1', '192.168.0.1', '100.64.0.1', '0.0.0.0', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', 'n.example'].map(isPublicAddress),
  ).toEqual(Array.from({ length: 9 }, () => false));
  expect(addressProblem(new URL('https://n.example/'))).toBeUndefined();
});
