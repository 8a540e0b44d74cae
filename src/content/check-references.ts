import type { Fault } from '../errors.ts';
import { suggest } from '../schema/wording.ts';
import { checkTranslations } from './check-translations.ts';
import type { Draft } from './draft.ts';
import { locateIn } from './read-article.ts';

/** Faults in what one file says of another: sources that do not exist, topics that contain themselves, translations of nothing. */
export function checkReferences(draft: Draft): Fault[] {
  return [...checkSources(draft), ...checkTopics(draft), ...checkTranslations(draft)];
}

function checkSources({ folder, sourceIds, articles }: Draft): Fault[] {
  const faults: Fault[] = [];
  const names = [...sourceIds];
  for (const { file, fields } of articles) {
    const unknown = (id: string, path: (string | number)[]) => {
      if (sourceIds.has(id)) return;
      faults.push({
        file: folder.name(file),
        ...locateIn(folder, file)(path),
        message: `There is no source “${id}”.`,
        hint: `${names.length === 0 ? '' : `${suggest(id, names, 'Sources are')} `}A new one is a file sources/${id}.yml with its name.`,
      });
    };
    unknown(fields.source, ['source']);
    for (const [at, id] of fields.via.entries()) unknown(id, ['via', at]);
  }
  return faults;
}

function checkTopics({ folder, topics }: Draft): Fault[] {
  const broader = new Map(topics.map(({ value }) => [value.id, value.broader]));
  return topics.flatMap(({ value, file, locate }) => {
    const seen = new Set([value.id]);
    for (let next = value.broader; next !== undefined; next = broader.get(next)) {
      if (next === value.id) {
        return [
          {
            file: folder.name(file),
            ...locate(['broader']),
            message: `The topic is a part of itself (${[...seen, next].join(' → ')}).`,
            hint: 'Take one “broader” out of the ring.',
          },
        ];
      }
      if (seen.has(next)) break;
      seen.add(next);
    }
    return [];
  });
}
