/** A name taken apart as bibliographies want it; `literal` where it has no parts that we are sure of. Browser-safe. */
export interface Name {
  given?: string;
  /** “van” of Vincent van Gogh. */
  particle?: string;
  family?: string;
  /** “Jr.” */
  suffix?: string;
  literal?: string;
}

// Words of desks, agencies and offices, which have no family name.
const BODIES =
  /(?<!\p{L})(?:agenc(?:y|ies)|news|press|staff|desk|team|editors?|editorial|newsroom|bureau|correspondents?|reporters?|service|office|ministry|department|committee|council|association|organi[sz]ation|institute|university|foundation|company|corporation|group|party|government|radio|television|times|post|herald|reuters|agence|agencia|agentur|redaktion|rédaction|redacción|ag[eê]ncia|агентство|редакция|вести|новости|тасс|интерфакс)(?!\p{L})/iu;
const PARTICLES = new Set(
  'af al am auf da dal das de del della den der des di do dos du el la las le los ten ter van vom von zu zum zur bin ibn ben'.split(' '),
);
const SUFFIX = /^(?:Jr|Sr|Jnr|Snr|II|III|IV|PhD|MD)\.?$/;
// Scripts that have capitals: names in them run given name first, and have initials.
const CASED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{M}\p{Zs}\p{P}\p{S}]+$/u;

/**
 * Takes a name as printed apart: `Jane Doe`, `Doe, Jane`, `Martin Luther King, Jr.`, `Vincent van Gogh`. What
 * is one word, written in a script without capitals, or looks like an office rather than a person stays whole.
 */
export function parseName(printed: string): Name {
  const name = printed.replaceAll(/\s+/g, ' ').trim();
  const [head = '', ...rest] = name.split(/, ?/);
  if (!CASED.test(name) || /[&;/@()]/.test(name) || isOrganization(name) || rest.length > 2) return { literal: name };
  const suffix = rest.length > 0 && SUFFIX.test(rest.at(-1) ?? '') ? rest.pop() : undefined;
  if (rest.length === 1 && rest[0] !== undefined && rest[0] !== '') return { given: rest[0], ...takeParticle(head.split(' ')), ...(suffix && { suffix }) };
  const words = head.split(' ');
  const tail = suffix ?? (words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined);
  if (words.length < 2 || rest.length > 0) return { literal: name };
  let family = words.length - 1;
  while (family > 1 && PARTICLES.has(words[family - 1] ?? '')) family -= 1;
  return { given: words.slice(0, family).join(' '), ...takeParticle(words.slice(family)), ...(tail && { suffix: tail }) };
}

/** Whether a name is that of a desk, agency or office rather than a person. */
export function isOrganization(name: string): boolean {
  return /^the\b/i.test(name) || BODIES.test(name);
}

function takeParticle(words: readonly string[]): Pick<Name, 'particle' | 'family'> {
  let at = 0;
  while (at < words.length - 1 && PARTICLES.has(words[at] ?? '')) at += 1;
  return { ...(at > 0 && { particle: words.slice(0, at).join(' ') }), family: words.slice(at).join(' ') };
}

/** `Doe, Jane`, `van Gogh, Vincent`, `King, Martin Luther, Jr.`; what has no parts as it is. */
export function invertedName(name: Name, given = name.given): string {
  if (name.literal !== undefined) return name.literal;
  return [[name.particle, name.family].filter(Boolean).join(' '), given, name.suffix].filter(Boolean).join(', ');
}

/**
 * A name in the form of which reference managers make the right fields. Zotero cuts it at a comma, or else at the last
 * space. So a person stays as printed where that comes to the same; else it is `van Gogh, Vincent`, with given names that
 * hang together, for a comma between words is read as that of a list. An office has a comma at its end, and is not cut.
 */
export function managedName(printed: string): string {
  const { given = '', particle, family = '', suffix, literal } = parseName(printed);
  if (literal !== undefined) return isOffice(literal) ? `${literal.replaceAll(/, ?/g, ' – ')},` : literal;
  const surname = [particle, family, suffix?.replace(/\.$/, '')].filter(Boolean).join(' ');
  return surname === family || (printed.includes(',') && suffix === undefined) ? printed : `${surname}, ${given.replaceAll(' ', '\u00a0')}`;
}

// Of two words the last of which is a calling, the first may be a given name.
function isOffice(name: string): boolean {
  return /\s/.test(name) && isOrganization(name) && !/^\S+ (?:reporter|correspondent|editor)$/i.test(name);
}

/** `Doe, J. M.`; `Doe, J.-P.` of Jean-Paul. */
export function initialedName(name: Name): string {
  const initials = name.given
    ?.split(' ')
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
  return invertedName(name, initials);
}

/** Names as a sentence lists them: `A, B and C`, with a comma before the last word where the style wants one. */
export function listNames(names: readonly string[], last = ' and '): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;
}
