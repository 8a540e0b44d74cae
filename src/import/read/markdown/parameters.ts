/** What a shortcode is given. */
export interface Parameter {
  /** Left out where it stands for itself. */
  key?: string;
  value: string;
  /** Whether it stands in quotes: what does not may be the name of something. */
  quoted: boolean;
}

const PARAMETER =
  /([\w-]+)(?:\s*=\s*|:\s+)(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'([^']*)'|([^\s,]+))|"((?:[^"\\]|\\.)*)"|`([^`]*)`|'((?:[^'\\]|\\.)*)'(?![\w])|([^\s,]+)/g;

/** Takes apart what stands behind the name of a shortcode: `src="a.jpg" alt='b'`, `"a.jpg", "b"`. */
export function parametersOf(written: string): Parameter[] {
  return [...written.matchAll(PARAMETER)].map(([, key, a, b, c, bare, d, e, f, word]) => {
    const quoted = a ?? b ?? c ?? d ?? e ?? f;
    return { ...(key !== undefined && { key }), value: (quoted ?? bare ?? word ?? '').replaceAll(/\\(["'])/g, '$1'), quoted: quoted !== undefined };
  });
}

// Parameters whose values are read by people; all others are ids, sizes and the like.
const READ_BY_PEOPLE = /^(?:text|quote|content|body|caption|title|heading|alt|cite|credit|attribution|attr|author|label)$/i;

/** Words that people read. */
export function wordsOf(parameters: readonly Parameter[]): string {
  const texts = parameters
    .filter(({ key, value, quoted }) => key !== undefined && READ_BY_PEOPLE.test(key) && value.trim() !== '' && (quoted || !/[{}]/.test(value)))
    .map(({ value }) => value.trim());
  return [...new Set(texts)].join(' — ');
}

const FIGURE = /^(?:figure|image|img|picture|photo)/i;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]\S*)?$/i;

/** The picture that a shortcode shows, in Markdown, with the words below it; undefined where it shows none. */
export function pictureText(name: string, parameters: readonly Parameter[]): string | undefined {
  const keyed = (keys: RegExp) => parameters.find(({ key, value }) => key !== undefined && keys.test(key) && value.trim() !== '');
  const places = parameters.filter(({ key, quoted }) => key === undefined && quoted);
  const src = keyed(/^(?:src|url|image|image_path|path|file)$/i);
  const isFigure = FIGURE.test(name);
  const named = src !== undefined && (PICTURE_FILE.test(src.value) || (isFigure && src.quoted)) && !/[{}*]/.test(src.value);
  if (!named && !(isFigure && src === undefined && places[0] !== undefined && /[./]/.test(places[0].value))) return undefined;
  const address = (named ? src.value : (places[0]?.value ?? '')).trim();
  const alt = keyed(/^alt$/i)?.value ?? (named ? undefined : places[1]?.value) ?? '';
  const below = wordsOf(parameters.filter(({ key }) => key?.toLowerCase() !== 'alt'));
  const picture = `![${alt
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\[\]]/g, '\\$&')}](${/[\s()<>]/.test(address) ? encodeURI(address).replaceAll('(', '%28').replaceAll(')', '%29') : address})`;
  return below === '' ? picture : `${picture}\n\n${below}`;
}
