import { isObject, type Json, type JsonObject } from '../json-stream.ts';

// What a frontmatter field is called by: itself, or as one of the page's.
const FIELD = /^(?:(?:page|frontmatter|post|\$frontmatter|Astro\.props|props)\.(?:frontmatter\.)?)?([A-Za-z_$][\w$-]*(?:\.[\w$-]+)*)$/;

// Filters that change how a text looks; its words are the same.
const HARMLESS = /^(?:upper|lower|upcase|downcase|title|capitalize|escape|escape_once|xml_escape|safe|strip|trim|smartify|markdownify|strip_html|striptags)$/;

/**
 * Reduces expressions of Liquid, Nunjucks and Vue (`{{ title | upper }}`), and of MDX (`{frontmatter.title}`): one that names a
 * frontmatter field to its value, a text that passes a filter to that text, all others to nothing.
 */
export function templateExpressions(text: string, { fields, mdx }: { fields: JsonObject; mdx: boolean }, note: (name: string) => void): string {
  const doubled = text.replaceAll(
    /\{\{-?\s*((?:[A-Za-z_$][\w$]*|'[^'\n]*'|"[^"\n]*")(?![\w$]*\s+(?!(?:if|or|and|not|in|is)\b)[A-Za-z])[^{}\n]{0,500}?)-?\}\}/g,
    (_, expression: string) => {
      note('{{ }}');
      return worthOf(expression, fields);
    },
  );
  return doubled.replaceAll(
    mdx ? /(?<![\\{$=])\{(?!\/\*)\s*([^{}\n]{1,500}?)\s*\}(?!\})/g : /(?<![\\{$=])\{\s*((?:frontmatter|Astro|props)\.[^{}\n]{1,500}?)\s*\}(?!\})/g,
    (whole, expression: string) => {
      // A kramdown or Pandoc list of attributes, and a block of Svelte.
      if (/^[.#:/@]/.test(expression)) return whole;
      note('{ }');
      return worthOf(expression, fields);
    },
  );
}

function worthOf(expression: string, fields: JsonObject): string {
  const [value = '', ...filters] = expression.trim().split(/\s*\|\s*(?![^"']*["'][^"']*$)/);
  const quoted = /^(["'])([^"'\n]*)\1/.exec(value)?.[2];
  if (quoted !== undefined) return quoted;
  const name = FIELD.exec(value.trim())?.[1];
  if (name === undefined || !filters.every((filter) => HARMLESS.test(filter.trim()))) return '';
  const found = name
    .split('.')
    .reduce<Json | undefined>((from, step) => (isObject(from ?? null) && Object.hasOwn(from as object, step) ? (from as JsonObject)[step] : undefined), fields);
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
}
