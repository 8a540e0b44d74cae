import { describeMove } from '../content/check-ledger.ts';
import { readContent } from '../content/read-content.ts';
import { formatFault } from '../errors.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { paragraphIdsOf } from '../markdown/processor.ts';
import { countArticles } from '../site/counted.ts';
import { settings } from '../site/settings.ts';
import { type Command, printJson, say } from './command.ts';
import { applySettings } from './flags.ts';

/** `stet check`: every fault of the content folder, without building. */
export const check: Command = {
  summary: 'validate the content without building',
  flags: ['content', 'json'],
  async run(values) {
    applySettings(values);
    const { content, faults, moves } = readContent(settings().contentDir, { excerpt, paragraphIds: paragraphIdsOf });
    if (values.json) printJson({ faults });
    for (const fault of faults) say(formatFault(fault));
    for (const move of moves) say(describeMove(move));
    const files = new Set(faults.map(({ file }) => file)).size;
    say(
      content === undefined
        ? `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}.`
        : `${countArticles(content.articles.length)}: no fault.`,
    );
    return content === undefined ? 1 : 0;
  },
};
