/** A configuration is a screen or two; in characters. */
const MOST = 100_000;

// What a script is made of, as far as the braces that belong to it are told from others; a pattern in slashes may hold a quote.
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[(,=:]\s*)\/(?![/*])(?:[^/\\\n]|\\.)+\/|[{}]|[\w$]+|[^\s\w]/g;

/**
 * Fields of the object that a script exports (`export default defineConfig({ site: 'https://…' })`) whose values are written
 * out in quotes. The script is read as text: nothing in it runs, and what it works out is not known.
 */
export function literals(script: string): Record<string, string> {
  const tokens = (script.slice(0, MOST).match(TOKEN) ?? []).filter((token) => !/^\/[/*]/.test(token));
  const exported = tokens.findIndex((token, at) => token === 'default' || (token === 'exports' && tokens[at + 1] === '='));
  // `const config = { … }; export default config;`
  const named = tokens.indexOf(tokens[exported + (tokens[exported] === 'default' ? 1 : 2)] ?? '');
  const start = exported >= 0 && tokens[named + 1] === '=' && named < exported ? named : exported;
  const found: Record<string, string> = {};
  let depth = 0;
  for (let at = start < 0 ? tokens.length : start; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    if (token === '}' && depth === 0) break;
    const [before, name = '', colon, value = '', after = ''] = [tokens[at - 1], token, tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (depth !== 1 || !/^[{,]$/.test(before ?? '') || colon !== ':' || !/^[},]$/.test(after)) continue;
    if (/^(['"`])[^\\]*\1$/.test(value) && !(value.startsWith('`') && value.includes('${'))) found[name.replaceAll(/^['"]|['"]$/g, '')] ??= value.slice(1, -1);
  }
  return found;
}
