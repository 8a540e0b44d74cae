import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { KINDS } from '../e2e/setup/kinds.ts';

// What the standard says, and no more: how attributes are quoted and where white space stands is the renderer's affair.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    'doctype-style': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'valid-id': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
  },
});

/** File of a page; what is not there is served by `404.html`. */
const fileOf = (path: string) => (path === KINDS['not found'] ? '404.html' : join(path.replace(/\?.*/, ''), 'index.html'));

const faultsOf = async (file: string) => {
  const { results } = await validator.validateString(readFileSync(file, 'utf8'), file);
  return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
};

describe('HTML is valid', () => {
  const { dir } = inject('sites').many;

  it.each(Object.entries(KINDS))('on the page: %s', async (_, path) => {
    expect(await faultsOf(join(dir, fileOf(path)))).toEqual([]);
  });

  it('on a page that only leads on', async () => {
    expect(await faultsOf(join(dir, '2022/02/02/letters/index.html'))).toEqual([]);
  });

  it('and the validator would see it if it were not', async () => {
    expect((await validator.validateString('<!doctype html><p id="a">a<p id="a">b')).valid).toBe(false);
  });
});
