import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';

const { many, manyElsewhere, plain, own } = inject('sites');

/** Every file of a site with the digest of its bytes. */
const digests = (dir: string) =>
  listOutput(dir).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex')}`,
  );

describe('a build', () => {
  it('gives the same bytes from another folder and in another time zone, search included', () => {
    expect(digests(many.dir).length).toBeGreaterThan(500);
    expect(digests(manyElsewhere.dir)).toEqual(digests(many.dir));
  });

  it('is Astro’s own, the search index and rules for hosts', () => {
    const withoutSearch = digests(many.dir).filter((line) => !/^(pagefind\/|_redirects )/.test(line));
    expect(digests(plain.dir)).toEqual(withoutSearch);
  });

  it('makes at most two files of an article', () => {
    const files = listOutput(many.dir);
    const { articles = 0 } = many.summary ?? {};
    expect(
      files.filter((file) => /^\d{4}\/\d\d\/\d\d\/[^/]+\//.test(file) && !['2022/02/02/letters/index.html', '2023/01/02/withdrawn/index.html'].includes(file)),
    ).toHaveLength(articles);
    expect(files.filter((file) => /^pagefind\/[^/]+\/fragment\//.test(file))).toHaveLength(articles);
  });

  it('tells what it did', () => {
    const files = listOutput(many.dir);
    expect(many.summary).toEqual({
      articles: 222,
      rendered: files.filter((file) => file.endsWith('.html')).length,
      reused: 0,
      removed: 0,
      files: files.length,
      written: files.length,
      seconds: expect.any(Number),
      peakMemoryMiB: expect.any(Number),
    });
    expect(own.summary?.articles).toBe(1);
  });

  it('publishes nothing that names the folder or the machine', () => {
    const named = listOutput(manyElsewhere.dir).filter((file) => readFileSync(join(manyElsewhere.dir, file)).includes('else – ü'));
    expect(named).toEqual([]);
  });
});
