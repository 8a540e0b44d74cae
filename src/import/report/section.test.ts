import { expect, test } from 'vitest';
import { NO_DATE } from '../entry/make-entry.ts';
import { section } from './section.ts';

test('what waits in the inbox says the command that takes it from there, of the archive that it is in', () => {
  const outcome = { input: 'a.txt', status: 'doubtful', entry: 'inbox/a.md', reasons: [NO_DATE] } as const;
  expect(section({ outcome, contentDir: 'content' }, 1)).toContain('<code>npx stet import content/inbox</code>');
  expect(section({ outcome, contentDir: '/srv/an archive' }, 1)).toContain(
    '<code>npx stet import &quot;/srv/an archive/inbox&quot; --content &quot;/srv/an archive&quot;</code>',
  );
});
