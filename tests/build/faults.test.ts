import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import type { Fault } from '../../src/errors.ts';
import { type Ended, stet } from '../e2e/setup/checkout.ts';
import { article, minimal } from '../support/content-folder.ts';

const FILES = {
  ...minimal,
  'articles/2020/03/05/one.md': article(['title: One', 'source: nobody', 'date: 2020-03-05', 'topics: []']),
  'articles/2020/03/06/two.md': article(['title: Two', 'sorce: herald', 'date: 2020-03-06', 'topics: []']),
  'articles/2020/03/07/three.md': article(['title: Three', 'source: herald', 'date: 2020-02-30', 'topics: []'], ''),
};

let dir: string;
const content = () => join(dir, 'content');
const out = () => join(dir, 'dist');

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'stet-faults-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(join(content(), file, '..'), { recursive: true });
    writeFileSync(join(content(), file), text);
  }
  mkdirSync(out());
  writeFileSync(join(out(), 'index.html'), 'the site of before');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const snapshot = () =>
  listOutput(dir).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex')}`,
  );

describe('content that is at fault', () => {
  it('is not published: status 1, every fault with its place, and the site of before as it was', async () => {
    const before = snapshot();
    const { status, stdout, stderr } = await stet(inject('program'), [
      'build',
      '--json',
      '--content',
      content(),
      '--out',
      out(),
      '--cache',
      join(dir, 'cache'),
    ]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(snapshot()).toEqual(before);
    expect(stderr).toMatch(/one\.md:3:9: There is no source “nobody”/);
    expect(stderr).toMatch(/two\.md:3:1: There is no field “sorce”/);
    expect(stderr).toContain('Did you mean “source”?');
    expect(stderr).toMatch(/three\.md:4:7: .*2020-02-30.*exists/);
  });

  describe('when it is checked', () => {
    let checked: Ended;
    beforeAll(async () => {
      checked = await stet(inject('program'), ['check', '--json', '--content', content()]);
    });

    it('is told to people on standard error', () => {
      expect(checked.status).toBe(1);
      expect(checked.stderr).toMatch(/one\.md:3:9: /);
      expect(checked.stderr).toMatch(/\d+ faults in 3 files\.$/m);
    });

    it('is told to programs on standard output', () => {
      const { faults } = JSON.parse(checked.stdout) as { faults: Fault[] };
      for (const fault of faults) {
        expect(Object.keys(fault).toSorted()).toEqual(['column', 'file', 'hint', 'line', 'message']);
        expect(fault.line).toBeGreaterThan(0);
        expect(fault.hint).not.toBe('');
      }
      expect(faults).toContainEqual(expect.objectContaining({ file: expect.stringMatching(/one\.md$/), line: 3, column: 9 }));
      expect(checked.stdout.trim().split('\n')).toHaveLength(1);
    });
  });
});
