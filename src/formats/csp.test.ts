import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CITE_BOOTSTRAP } from '../cite/bootstrap.ts';
import { BOOTSTRAP } from '../quote/bootstrap.ts';
import { contentSecurityPolicy, digestSource } from './csp.ts';
import { LEAD_ON } from './redirect-rules.ts';

/** A policy as its directives and what each allows. */
const read = (options: Parameters<typeof contentSecurityPolicy>[0]) =>
  Object.fromEntries(
    contentSecurityPolicy(options)
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

describe('a page', () => {
  const policy = read({ imageHosts: [], search: false });

  test('may load what it is made of, and nothing else', () => {
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
    });
  });

  test('shows pictures of the hosts that are listed, over https', () => {
    expect(read({ imageHosts: ['images.example.org', 'b.example:8443'], search: false })['img-src']).toEqual([
      "'self'",
      'data:',
      'https://images.example.org',
      'https://b.example:8443',
    ]);
  });
});

describe('the search page', () => {
  const policy = read({ imageHosts: [], search: true });

  test('runs its own script and worker', () => {
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['worker-src']).toEqual(["'self'"]);
    expect(policy['connect-src']).toEqual(["'self'"]);
  });

  test('no page runs what stands in it, or evaluates text', () => {
    for (const search of [true, false]) expect(contentSecurityPolicy({ imageHosts: [], search })).not.toMatch(/'unsafe-inline'|'unsafe-eval'|\*|http:/);
  });
});

describe('an article', () => {
  test('runs the scripts that stand in it, known by their digests, and those of the site', () => {
    expect(digestSource('alert(1)')).toBe("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(read({ imageHosts: [], search: false, inline: ['alert(1)', 'alert(2)'] })['script-src']).toEqual([
      "'self'",
      digestSource('alert(1)'),
      digestSource('alert(2)'),
    ]);
  });

  test('and a page that leads on have the scripts that the headers for hosts allow', () => {
    const digests = [BOOTSTRAP, CITE_BOOTSTRAP, LEAD_ON].map(digestSource).join(' ');
    expect(readFileSync('public/_headers', 'utf8')).toContain(`script-src 'self' ${digests};`);
  });
});

test('a directive is there once', () => {
  const names = contentSecurityPolicy({ imageHosts: ['a.example'], search: true })
    .split('; ')
    .map((directive) => directive.split(' ')[0]);
  expect(new Set(names).size).toBe(names.length);
});
