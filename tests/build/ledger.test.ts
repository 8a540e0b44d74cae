import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { type Ended, stet } from '../e2e/setup/checkout.ts';
import { article, minimal } from '../support/content-folder.ts';

let dir: string;
const content = (file = '') => join(dir, 'content', file);
const out = (file: string) => readFileSync(join(dir, 'dist', file), 'utf8');
const ledger = () =>
  listOutput(content('ledger'))
    .map((file) => readFileSync(content(`ledger/${file}`), 'utf8'))
    .join('');
const run = (command: string, day = 0): Promise<Ended> =>
  stet(
    inject('program'),
    [command, '--json', '--content', content(), ...(command === 'build' ? ['--out', join(dir, 'dist'), '--cache', join(dir, 'cache')] : [])],
    {
      SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 1 + day) / 1000),
    },
  );
const FIELDS = ['title: One', 'source: herald', 'date: 2020-03-05', 'topics: [trade]'];
const TEXT = 'The first paragraph.\n\nThe second paragraph.\n\nThe third paragraph.\n';
const ONE = 'articles/2020/03/05/one.md';
const write = (file: string, text: string) => {
  mkdirSync(dirname(content(file)), { recursive: true });
  writeFileSync(content(file), text);
};
const idsIn = (html: string) => [...html.matchAll(/ id="(p[0-9a-z]{7})"/g)].map(([, id]) => id);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'stet-ledger-'));
  for (const [file, text] of Object.entries({ ...minimal, [ONE]: article(FIELDS, TEXT), 'pages/policy.md': article(['title: Policy']) }))
    write(file, String(text));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** One history, told in order: each test goes on from where the one before ended. */
describe('the ledger of an archive', () => {
  let ids: (string | undefined)[];
  let feedId: string | undefined;

  it('begins with the first release, and says so', async () => {
    const { status, stderr } = await run('build');
    expect(stderr).toContain('This is the first release');
    expect(status).toBe(0);
    ids = idsIn(out('2020/03/05/one/index.html'));
    feedId = /<id>[^<]*<\/id>/g.exec(out('feed.xml').split('<entry')[1] ?? '')?.[0];
    expect(ids).toHaveLength(3);
    const line = ledger()
      .split('\n')
      .find((each) => each.includes('/one/'));
    expect(line).toMatch(/^2026-01-01 \/2020\/03\/05\/one\/ [\w-]{22} /);
    for (const id of ids) expect(line).toContain(` ${id?.slice(1)}`);
    expect(ledger()).toContain('2026-01-01 /topics/trade/feed.xml\n');
    expect(readFileSync(content('ledger/.gitattributes'), 'utf8')).toBe('*.txt merge=union\n');
  });

  it('stays as it is when nothing is new', async () => {
    const before = ledger();
    expect(JSON.parse((await run('build', 1)).stdout)).toMatchObject({ rendered: 0, written: 0 });
    expect(ledger()).toBe(before);
  });

  it('keeps the address and the feed id of an article that moved, and every paragraph of one that was edited', async () => {
    rmSync(content(ONE));
    write(
      'articles/2021/01/01/two.md',
      article(
        ['title: One', 'source: herald', 'date: 2021-01-01', 'topics: []'],
        TEXT.replace('second', '2nd').replace('The third paragraph.', 'A new one.\n\nThe third paragraph.'),
      ),
    );
    expect(JSON.parse((await run('check')).stdout)).toEqual({ faults: [] });
    const { status, stderr } = await run('build', 2);
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('added /2020/03/05/one/ to its “aliases”') });
    expect(readFileSync(content('articles/2021/01/01/two.md'), 'utf8')).toContain('topics: []\naliases: [/2020/03/05/one/]\n---\n');
    const page = out('2021/01/01/two/index.html');
    expect(idsIn(page)).toEqual(expect.arrayContaining(ids));
    expect(page).toMatch(new RegExp(`<span id="${ids[1]}"></span>The 2nd paragraph\\.`));
    const rules = ['/2020/03/05/one/ /2021/01/01/two/ 301', '/2020/ / 302', '/2020/03/ / 302', '/2020/03/05/ / 302'];
    expect(out('_redirects')).toBe(rules.map((rule) => `${rule}!\n${rule}\n`).join(''));
    expect(out('2020/03/05/one/index.html')).toContain('<link rel="canonical" href="https://archive.example/2021/01/01/two/">');
    expect(out('2020/03/index.html')).toContain('Nothing is listed here any more.');
    expect(out('topics/trade/index.html')).toContain('Trade');
    expect(out('feed.xml')).toContain(feedId);
    expect(ledger()).toMatch(/^2026-01-03 \/2020\/03\/05\/one\/ [\w-]{22} .* >\/2021\/01\/01\/two\/$/m);
    expect(JSON.parse((await run('build', 3)).stdout)).toMatchObject({ rendered: 0 });
  });

  it('refuses what would break an address, and says how to mend it', async () => {
    renameSync(content('articles/2021/01/01/two.md'), join(dir, 'kept.md'));
    renameSync(content('pages/policy.md'), join(dir, 'policy.md'));
    writeFileSync(content('archive.yml'), String(minimal['archive.yml']).replace('Test Archive', 'Another Title'));
    const before = [out('2021/01/01/two/index.html'), ledger()];
    const { status, stderr } = await run('build', 4);
    expect(status).toBe(1);
    expect(stderr).toMatch(/ledger\/2020-03\.txt:2:1: The address \/2021\/01\/01\/two\/, released on 2026-01-01, would lead nowhere\./);
    expect(stderr).toMatch(/ledger\/site\.txt:\d+:1: The address \/policy\/, released on 2026-01-01, would lead nowhere\./);
    expect(stderr).toMatch(/archive\.yml:1:8: Feed ids are made of “Test Archive”.*\n.*id: "Test Archive"/);
    expect([out('2021/01/01/two/index.html'), ledger()]).toEqual(before);
  });

  it('lets go what the publisher says is gone', async () => {
    writeFileSync(content('archive.yml'), `${minimal['archive.yml']}`.replace('Test Archive', 'Another Title\nid: Test Archive'));
    write('gone.yml', '/2021/01/01/two/:\n  reason: Withdrawn by <b>The Herald</b>.\n/policy/: { reason: Out of date., title: Our policy }\n');
    expect((await run('build', 5)).stderr).toContain('pages rendered');
    const page = out('2021/01/01/two/index.html');
    expect(page).toContain('An article of 1 January 2021 stood at this address.');
    expect(page).toContain('Withdrawn by &lt;b&gt;The Herald&lt;/b&gt;.');
    expect(idsIn(page)).toEqual(expect.arrayContaining(ids));
    expect(out('_redirects')).toContain('/2021/01/01/two/ /2021/01/01/two/index.html 410!\n');
    expect(out('_redirects')).toContain('/2020/03/05/one/ /2021/01/01/two/ 301\n');
    expect(out('policy/index.html')).toContain('Our policy');
  });

  it('tells how much has been kept for how long', async () => {
    const { status, stdout, stderr } = await run('ledger', 400);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ feedIds: 1, paragraphs: 5, faults: [] });
    expect(stderr).toMatch(/addresses, 5 paragraphs and 1 feed ids released since 2026-01-01, 400 days; every one is kept\./);
  });

  it('says where a line of it is damaged', async () => {
    appendFileSync(content('ledger/2020-03.txt'), '<<<<<<< HEAD\n');
    const { status, stderr } = await run('check');
    expect(status).toBe(1);
    expect(stderr).toMatch(/ledger\/2020-03\.txt:\d+:1: This is no line of a ledger\.\n {4}Take the file back/);
    expect(existsSync(join(dir, '.dist.stet'))).toBe(false);
  });
});
