import type { JsonObject } from '../json-stream.ts';
import { templateExpressions } from './expressions.ts';
import { parametersOf, pictureText, wordsOf } from './parameters.ts';

/** A body without what only its generator understands. */
export interface Reduced {
  body: string;
  /** Names of what was reduced to its text, with how often. */
  reduced: ReadonlyMap<string, number>;
}

// What these shortcodes show is a page of somebody else's, by its id.
const EMBEDS: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  x: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  gist: (id) => `https://gist.github.com/${id}`,
};

/** What a body is read with. */
export interface Around {
  /** Its frontmatter. */
  fields?: JsonObject;
  /** Whether it is MDX, in which braces hold an expression. */
  mdx?: boolean;
}

/**
 * Reduces what Hugo, Jekyll, Eleventy and Astro expand (shortcodes, Liquid, Nunjucks, components, expressions) to the text in
 * it. Code stays as it is. What is left out is counted by name.
 */
export function reduceShortcodes(written: string, { fields = {}, mdx = false }: Around = {}): Reduced {
  const reduced = new Map<string, number>();
  const note = (name: string) => reduced.set(name, (reduced.get(name) ?? 0) + 1);
  const expressions = (text: string) => templateExpressions(text, { fields, mdx }, note);
  const body = outsideCode(written, (text) =>
    wordsOfEmptyLinks(attributeLists(frames(expressions(components(liquid(hugo(text, note), note), { mdx }, note)), note))),
  );
  return { body, reduced };
}

const CODE = /^(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n\k<fence>[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))|(?<ticks>`+)(?!`)[^\n]*?[^`\n]\k<ticks>(?!`)/gm;

function outsideCode(text: string, change: (part: string) => string): string {
  const kept: string[] = [];
  // Places of code are marked by characters that no text may hold, so that a shortcode around code stays whole.
  const marked = text.replaceAll(CODE, (code) => `\u0001${kept.push(code) - 1}\u0002`);
  return change(marked).replaceAll(/\u0001(\d+)\u0002/g, (_, at: string) => kept[Number(at)] ?? '');
}

// The lengths bound the time that a text takes which was made to take long.
/** `{{< name param="value" >}}`, `{{% name %}} … {{% /name %}}`. */
function hugo(text: string, note: (name: string) => void): string {
  return (
    text
      // A link to what only the generator finds, mostly a page of the same tree: its words stay.
      .replaceAll(/!?\[([^\][]*)\]\(\s*\{\{[<%]\s*([\w./-]+)(?![\w./-])[^{}]*[>%]\}\}[^)\n]*\)/g, (_, words: string, name: string) => {
        note(name);
        return words;
      })
      .replaceAll(/<a\b[^<>{]*\{\{[<%]\s*([\w./-]+)(?![\w./-])[^{}]*[>%]\}\}[^<>]*>([\s\S]{0,2000}?)<\/a>/gi, (_, name: string, words: string) => {
        note(name);
        return words;
      })
      .replaceAll(
        /\{\{[<%]\s*(?:(\/)\s*)?([\w./-]{1,100})([\s\S]{0,5000}?)[>%]\}\}/g,
        (whole, closing: string | undefined, name: string, parameters: string) => {
          if (name.startsWith('/*')) return whole;
          if (closing !== undefined) return '';
          note(name);
          return shortcodeText(name, parameters.replace(/(?<![/\s])[/\s]+$/, ''));
        },
      )
  );
}

function shortcodeText(name: string, written: string): string {
  const parameters = parametersOf(written);
  const embed = EMBEDS[name.toLowerCase()];
  const id = parameters.find(({ key }) => key === undefined || key === 'id')?.value;
  if (embed !== undefined && id !== undefined && /^[\w/-]+$/.test(id)) return `<${embed(id)}>`;
  return pictureText(name, parameters) ?? wordsOf(parameters);
}

/** Tags of Liquid and Nunjucks: `{% tag %}`. */
function liquid(text: string, note: (name: string) => void): string {
  return text
    .replaceAll(/\{%-?\s*comment\s*-?%\}[\s\S]{0,20000}?\{%-?\s*endcomment\s*-?%\}/g, '')
    .replaceAll(/\{%-?\s*raw\s*-?%\}([\s\S]{0,100000}?)\{%-?\s*endraw\s*-?%\}/g, (_, inner: string) => inner)
    .replaceAll(
      /\{%-?\s*highlight\b([^%]*)%\}\n?([\s\S]{0,100000}?)\{%-?\s*endhighlight\s*-?%\}/g,
      (_, language: string, code: string) => `\n\`\`\`${language.trim().split(/\s/)[0] ?? ''}\n${code.trimEnd()}\n\`\`\`\n`,
    )
    .replaceAll(/\{%-?\s*(\w+)([^\n]{0,2000}?)-?%\}/g, (_, name: string, parameters: string) => {
      if (/^end/.test(name)) return '';
      note(name);
      return /^(?:include|render|image|img|figure|picture|photo|youtube|vimeo|gist|quote)/.test(name) ? shortcodeText(name, parameters) : '';
    });
}

// Elements of HTML in capitals, as people once wrote them.
const HTML =
  /^(?:A|ABBR|B|BIG|BLOCKQUOTE|BR|CENTER|CITE|CODE|DD|DIV|DL|DT|EM|FONT|H[1-6]|HR|I|IMG|LI|OL|P|PRE|Q|S|SMALL|SPAN|STRONG|SUB|SUP|T[DHR]|TABLE|TBODY|U|UL)$/;

/** MDX: imports, exports, components, comments. HTML stays; in MDX, its names begin small. */
function components(text: string, { mdx }: { mdx: boolean }, note: (name: string) => void): string {
  if (!/^(?:import|export)\s|<\/?[A-Z]|\{\/\*/m.test(text)) return text;
  return text
    .replaceAll(
      /^import\s+[^\n;]*?from\s+['"][^'"\n]+['"];?[ \t]*$|^import\s+['"][^'"\n]+['"];?[ \t]*$|^export\s+(?:const|let|default|function)\b[^\n]*$/gm,
      () => {
        note('import');
        return '';
      },
    )
    .replaceAll(/\{\/\*[\s\S]{0,20000}?\*\/\}/g, '')
    .replaceAll(/<(\/?)([A-Z][\w.]*)((?:\s[^<>]*?)?)(\/?)>/g, (whole, closing: string, name: string, parameters: string) => {
      if (!mdx && HTML.test(name)) return whole;
      if (closing !== '') return '';
      note(name);
      return shortcodeText(name, parameters);
    });
}

/** Frames and players show what lies elsewhere, and an archive shows none: a link to it stays. */
function frames(text: string, note: (name: string) => void): string {
  return text.replaceAll(/<(iframe|audio|video)\b([^>]{0,2000})>([\s\S]{0,20000}?)<\/\1\s*>/gi, (_, name: string, attributes: string, inner: string) => {
    note(name.toLowerCase());
    const address = /\bsrc\s*=\s*["']?((?:https?:)?\/\/[^\s"'<>]+)/i.exec(attributes + inner)?.[1]?.replace(/^\/\//, 'https://');
    return address === undefined ? inner : `<a href="${address}">${address}</a>`;
  });
}

function wordsOfEmptyLinks(text: string): string {
  return text.replaceAll(/!?\[([^\][\n]*)\]\(\s*\)/g, '$1');
}

// Kramdown's lists of attributes, and those of Hugo, Eleventy and Pandoc behind a heading, a link or a word.
function attributeLists(text: string): string {
  return text
    .replaceAll(/^[ \t]*\{:[^}\n]*\}[ \t]*$/gm, '')
    .replaceAll(/\{:\s*[.#][^}\n]*\}/g, '')
    .replaceAll(/^(#{1,6}\s[^\n]*?)\{\s*[.#][^{}\n]*\}[ \t]*$/gm, (_, heading: string) => heading.trimEnd())
    .replaceAll(/(?<=\S)\{[.#][\w-]+(?:\s*[.#][\w-]+|\s+[\w-]+=(?:"[^"\n]*"|[\w-]+))*\s*\}/g, '')
    .replaceAll(/(?<=[)\]])\{[\w-]+="[^"\n]*"(?:\s[^}\n]*)?\}/g, '')
    .replaceAll(/^[ \t]*<!--\s*(?:more|excerpt|truncate)\s*-->[ \t]*$/gim, '');
}
