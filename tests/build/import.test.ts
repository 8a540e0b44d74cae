import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { run } from '../e2e/setup/checkout.ts';

const ROOT = join(import.meta.dirname, '../..');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'stet-import-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const stet = (...args: string[]) => run(join(ROOT, 'src/cli/stet.mjs'), [...args, '--content', join(dir, 'content')], { cwd: ROOT });
const pages = ['graph', 'french', 'russian'].map((name) => `tests/fixtures/pages/${name}/page.html`);
const importing = async (...flags: string[]) => {
  const ended = await stet('import', ...pages, '--report', join(dir, 'report.html'), '--json', ...flags);
  return { ...ended, items: (JSON.parse(ended.stdout) as { items: { input: string; status: string; entry?: string; reasons?: string[] }[] }).items };
};
const bytesOf = () => listOutput(join(dir, 'content')).map((file) => [file, readFileSync(join(dir, 'content', file), 'utf8')]);

describe('saved pages, imported from the command line', () => {
  it('are shown and not written in a dry run', async () => {
    const { status, items } = await importing('--dry-run');
    expect(status).toBe(0);
    expect(items).toHaveLength(3);
    expect(bytesOf()).toEqual([]);
  });

  it('become entries that check accepts, or wait in the inbox with a reason', async () => {
    const { status, items } = await importing();
    expect(status).toBe(0);
    expect(items.map(({ input }) => input)).toEqual(pages);
    expect(items[0]).toMatchObject({ status: 'taken', entry: 'articles/2019/10/08/swing-bridge-to-close-for-eleven-weeks.md' });
    for (const { status: each, reasons, entry = '' } of items) {
      expect(bytesOf().map(([file]) => file)).toContain(entry);
      if (each === 'doubtful') expect(reasons?.length).toBeGreaterThan(0);
      if (entry.startsWith('inbox/')) expect(each).toBe('doubtful');
    }
    expect(await stet('check', '--json')).toMatchObject({ status: 0, stdout: '{"faults":[]}\n' });
  });

  it('change nothing when they are imported again', async () => {
    const before = bytesOf();
    const { status, items } = await importing();
    expect(status).toBe(0);
    expect(items.map((item) => item.status)).toEqual(['already-there', 'already-there', 'already-there']);
    expect(bytesOf()).toEqual(before);
  });
});
