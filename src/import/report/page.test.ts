import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importInto, inputFolder } from '../../../tests/support/import.ts';
import { ReportPage } from './page.ts';

test('what still waits or is doubtful is shown by the same import again, once, until a person has settled it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stet-report-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const content = join(dir, 'content');
  const text = Array.from({ length: 120 }, (_, at) => `word${at}`).join(' ');
  const published = `{"text": "Untitled ${text.replaceAll('word', 'other')}", "date": "2020-03-05", "source": "The Herald"}`;
  const input = inputFolder({ 'a.txt': `A headline\n\n${text}`, 'b.jsonl': published, 'c.txt': `A headline\n\n${text}`, 'd.txt': `A headline\n\n\n${text}` });
  const shown = async (): Promise<string[]> => {
    const page = new ReportPage(join(dir, 'report.html'), 'content');
    await importInto(content, [input], { onOutcome: (outcome, item, settled) => page.add(outcome, item, settled) });
    page.end();
    if (page.file === undefined) return [];
    return [...readFileSync(page.file, 'utf8').matchAll(/<p class="state (.*?)">(.*?)<\/p>\n<h2[^>]*>(.*?)<\/h2>/g)].map(
      ([, name, state, title]) => `${name}: ${state}: ${title}`,
    );
  };
  const beginning = expect.stringMatching(/^published: published: Untitled/);
  expect(await shown()).toEqual(['waits: waits in the inbox: A headline', beginning]);
  expect(await shown()).toEqual([
    'waits: waits in the inbox, already there: A headline',
    expect.stringMatching(/^published: published, already there: Untitled/),
  ]);
  expect(readFileSync(join(dir, 'report.html'), 'utf8')).toContain('<li dir="auto">Its date of publication is not known.</li>');
  const [file = ''] = (await importInto(content, [join(input, 'b.jsonl')])).items.map(({ entry }) => entry ?? '');
  writeFileSync(join(content, file), readFileSync(join(content, file), 'utf8').replace(/^# .*\n/m, ''));
  expect(await shown()).toEqual(['waits: waits in the inbox, already there: A headline']);
});
