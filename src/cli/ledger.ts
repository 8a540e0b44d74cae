import { openFolder } from '../content/files.ts';
import { readLedger } from '../content/ledger-files.ts';
import { readContent } from '../content/read-content.ts';
import { formatFault } from '../errors.ts';
import { countKept, type KeptSince } from '../ledger/kept.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { paragraphIdsOf } from '../markdown/processor.ts';
import { formatCount } from '../site/counted.ts';
import { settings } from '../site/settings.ts';
import { type Command, printJson, say } from './command.ts';
import { applySettings } from './flags.ts';
import { today } from './today.ts';

/** Ages by which people are told how much is kept, in days. */
const AGES = [3652, 1826, 730, 365, 180, 90, 30, 7, 1, 0];

/** `stet ledger`: how many addresses have been kept for how many days. */
export const ledger: Command = {
  summary: 'tell how many addresses have been kept for how many days',
  flags: ['content', 'json'],
  async run(values) {
    applySettings(values);
    const dir = settings().contentDir;
    const { faults } = readContent(dir, { excerpt, paragraphIds: paragraphIdsOf });
    const kept = countKept(readLedger(openFolder(dir)).ledger, today());
    if (values.json) printJson({ ...kept, faults });
    for (const fault of faults) say(formatFault(fault));
    const [first] = kept.releases;
    if (first === undefined) {
      say('Nothing has been released yet; “stet build” begins the ledger.');
      return faults.length > 0 ? 1 : 0;
    }
    say(
      `${formatCount(kept.addresses)} addresses, ${formatCount(kept.paragraphs)} paragraphs and ${formatCount(kept.feedIds)} feed ids released since ${first.since}, ${formatCount(first.days)} days; ${faults.length === 0 ? 'every one is kept' : `${faults.length} at fault`}.`,
    );
    for (const { days, addresses, paragraphs } of byAge(kept.releases)) {
      say(`${formatCount(days).padStart(7)} days or more: ${formatCount(addresses)} addresses, ${formatCount(paragraphs)} paragraphs`);
    }
    return faults.length > 0 ? 1 : 0;
  },
};

/** What has been kept for each age or longer; ages that add nothing are left out. */
function byAge(releases: readonly KeptSince[]): Pick<KeptSince, 'days' | 'addresses' | 'paragraphs'>[] {
  const rows = AGES.map((days) => {
    const old = releases.filter((release) => release.days >= days);
    return { days, addresses: old.reduce((sum, each) => sum + each.addresses, 0), paragraphs: old.reduce((sum, each) => sum + each.paragraphs, 0) };
  });
  return rows.filter(({ addresses }, at) => addresses > (rows[at - 1]?.addresses ?? 0));
}
