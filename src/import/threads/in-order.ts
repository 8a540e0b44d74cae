/** So many items may be in work at once, and so many characters of them be in memory. */
const MOST_ITEMS = 64;
const MOST_CHARACTERS = 8 * 1024 * 1024;

/**
 * Works on items several at a time and hands them on in their order, each with what became of it. Takes no more from
 * the source than fits.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  sizeOf: (item: Item) => number,
): AsyncGenerator<[Item, Result]> {
  const queue: { item: Item; result: Promise<Result>; size: number }[] = [];
  let characters = 0;
  const first = async (): Promise<[Item, Result] | undefined> => {
    const next = queue.shift();
    if (next === undefined) return undefined;
    characters -= next.size;
    return [next.item, await next.result];
  };
  for await (const item of items) {
    const size = sizeOf(item);
    while (queue.length > 0 && (queue.length >= MOST_ITEMS || characters + size > MOST_CHARACTERS)) {
      const done = await first();
      if (done !== undefined) yield done;
    }
    const result = work(item);
    // Who waits for it does so later; until then a failure is not one that nobody handles.
    result.catch(() => undefined);
    queue.push({ item, result, size });
    characters += size;
  }
  for (let done = await first(); done !== undefined; done = await first()) yield done;
}
