import { CORE_SCHEMA, load } from 'js-yaml';

// A field a line, or a list or fields of its own below it; values without marks that YAML has a use for. Words that look like something else
// (`null`, `true`) are the same to all who read YAML 1.2.
const words = (more: string): string => `\\p{L}(?:[\\p{L}\\p{M}\\p{N} .’'()/${more}–-]*[\\p{L}\\p{M}\\p{N}.’')/${more}])?`;
const QUOTED = '"[^"\\\\\\p{C}\\p{Zl}\\p{Zp}]*"';
// Within brackets a comma is no part of a word.
const LISTED = `(?:${words('')}|${QUOTED})`;
const ALONE = `(?:${words(',;!?%&“”«»…—')}|${QUOTED})`;
const TIME = '\\d{4}-\\d\\d-\\d\\d(?:T[\\d:]+(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?)?';
const VALUE = `(?:${ALONE}|${TIME}|https?://[\\w./~%+=&,?-]+|\\[(?:${LISTED}(?:, ${LISTED})*)?\\])`;
const LINE = new RegExp(`^(?:(?:  )?(?!true:|false:|null:)[a-z]\\w*:(?: ${VALUE})?|(?:  )?- ${ALONE}|#.*)?$`, 'u');

/**
 * Reads YAML whose fields are all written in the plainest way, in a tenth of the time that it takes to keep where every value stands.
 * Undefined where there is anything else, and where it cannot be read.
 */
export function readPlainYaml(yaml: string): unknown {
  if (!yaml.split('\n').every((line) => LINE.test(line))) return undefined;
  try {
    return load(yaml, { schema: CORE_SCHEMA });
  } catch {
    // Why it cannot be is said by what reads all YAML.
    return undefined;
  }
}
