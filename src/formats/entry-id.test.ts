import { expect, test } from 'vitest';
import { entryId } from './entry-id.ts';

// Published: these must never change, or readers' programs take every article for a new one.
test.each([
  ['stet-archive', '/2020/03/05/putin-erdogan-idlib/', 'urn:uuid:70df21fd-2b93-8f4e-a197-7d5a2a579299'],
  ['stet-archive', 'feed /', 'urn:uuid:1bfa1110-de87-8d5c-b4b8-d80882119c4e'],
  ['Архив', '/2020/03/05/حلب/', 'urn:uuid:642b3b76-9d45-8ceb-bc8d-695bbe921a57'],
])('of %s, %s is %s', (archive, path, id) => {
  expect(entryId(archive, path)).toBe(id);
});

test('is a UUID of version 8, another for another path or archive', () => {
  const ids = ['a', 'b', 'a\n'].flatMap((archive) => ['/', '/x/', '/X/', '/b\n/'].map((path) => entryId(archive, path)));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
