import { expect, test } from 'vitest';
import { makeCrew } from './crew.ts';
import { inOrder } from './in-order.ts';

test('threads take texts out, and what is nested without end is refused by them', async () => {
  const crew = makeCrew(2);
  try {
    const draft = { keywords: [], doubts: [], markup: 'html' as const };
    const done = await Promise.all(
      ['<p>One</p>', '<b>'.repeat(100_000), '<ul><li>Two</li></ul>'].map((text) => crew.run({ kind: 'draft', draft: { ...draft, text } })),
    );
    expect(done).toEqual([
      expect.objectContaining({ article: expect.objectContaining({ text: 'One' }) }),
      { refused: expect.stringContaining('deep') },
      expect.objectContaining({ article: expect.objectContaining({ text: '- Two' }) }),
    ]);
  } finally {
    await crew.end();
  }
});

test('items come in their order, and no more are taken than fit', async () => {
  let [taken, given, most] = [0, 0, 0];
  const source = async function* () {
    for (; taken < 300; taken += 1) yield taken;
  };
  const order: number[] = [];
  for await (const [item, result] of inOrder(
    source(),
    async (each) => {
      await new Promise((resolve) => setImmediate(resolve));
      return each * 2;
    },
    () => 1024 * 1024,
  )) {
    given += 1;
    most = Math.max(most, taken - given);
    order.push(item);
    expect(result).toBe(item * 2);
  }
  expect(order).toEqual(Array.from({ length: 300 }, (_, at) => at));
  expect(most).toBeLessThanOrEqual(9);
});
