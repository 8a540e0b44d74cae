import { expect, test } from 'vitest';
import { formatReport } from './table.ts';

test('a report is Markdown that is read as it stands', () => {
  const report = formatReport({
    date: '2026-11-25',
    machine: { cores: 2, processor: 'Some Processor', memoryGiB: 24, system: 'Linux 6.1', node: '24.21.0' },
    sizes: [
      {
        articles: 10_000,
        runs: 3,
        files: 24_680,
        bytes: 256 * 2 ** 20,
        steps: [
          { step: 'full build', seconds: 31.25, share: 1, peakMemoryMiB: 1900.4, written: 24_680 },
          { step: 'one more article', seconds: 1.5, share: 0.048, peakMemoryMiB: 310, written: 31 },
        ],
        peers: [
          { peer: 'Hugo 0.111.3', seconds: 40, peakMemoryMiB: 3000, files: 30_000, timeRatio: 0.78, memoryRatio: 0.633 },
          { peer: 'Eleventy 3.1.8', failed: 'ended with SIGKILL' },
        ],
      },
    ],
    growth: [{ from: 1000, to: 10_000, timeRatio: 8.31, memoryKiB: 12.04 }],
  });
  expect(report).toMatchInlineSnapshot(`
    "2026-11-25: 2 cores (Some Processor), 24 GiB, Linux 6.1, Node 24.21.0. Medians; runs for 10,000: 3.

    | articles | step             | wall time | of a full build | peak memory |            files written |
    | -------: | ---------------- | --------: | --------------: | ----------: | -----------------------: |
    |   10,000 | full build       |    31.3 s |           100 % |   1,900 MiB | 24,680 of 24,680 (100 %) |
    |   10,000 | one more article |     1.5 s |           4.8 % |     310 MiB |     31 of 24,680 (0.1 %) |

    | articles | full build by | wall time | peak memory |  files | Stet’s time | Stet’s memory |
    | -------: | ------------- | --------: | ----------: | -----: | ----------: | ------------: |
    |   10,000 | Hugo 0.111.3  |    40.0 s |   3,000 MiB | 30,000 |      × 0.78 |        × 0.63 |

    10,000 articles make 24,680 files of together 256 MiB.
    10,000 articles were not built by Eleventy 3.1.8: ended with SIGKILL.
    From 1,000 to 10,000 articles: 8.3 times the time, 12.0 KiB of memory for each article more."
  `);
});
