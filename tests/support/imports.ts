import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One import of a source file. */
export interface Import {
  /** The importing file, below `src/`. */
  file: string;
  /** A file below `src/`, or the name of a package or built-in module. */
  target: string;
  /** Whether it is gone when the types are. */
  typeOnly: boolean;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every source file below `src/` but tests, by path. */
export function sourceFiles(): Map<string, string> {
  const files = globSync('**/*.{ts,mjs,astro}', { cwd: src }).map((file) => file.replaceAll('\\', '/'));
  return new Map(
    files
      .filter((file) => !file.endsWith('.test.ts'))
      .sort()
      .map((file) => [file, readFileSync(src + file, 'utf8')]),
  );
}

/** A source file as syntax; of a component, its frontmatter and scripts. */
function parse(file: string, text: string): ts.SourceFile {
  const code = file.endsWith('.astro')
    ? [/^---\n([\s\S]*?)\n---/.exec(text)?.[1], ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])].join('\n;\n')
    : text;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS);
}

/** What a file imports or exports from elsewhere, by declaration or by call. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined) return;
    const name = ts.isStringLiteralLike(specifier) ? specifier.text : `(${specifier.getText()})`;
    found.push({ file, target: name.startsWith('.') ? posix.join(posix.dirname(file), name.replace(/\?.*/, '')) : name, typeOnly });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true);
    else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require'))
      add(node.arguments[0], false);
    ts.forEachChild(node, look);
  };
  look(parse(file, text));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.length > 0 && names.elements.every((each) => each.isTypeOnly)
  );
}

/** What a file asks of its surroundings: the clock, chance, the network, the process. */
export function surroundingsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) found.push('new Date()');
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') found.push('Date()');
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|performance\.now|Math\.random|Temporal\.Now|import\.meta\.env)$/.test(node.getText()))
      found.push(node.getText());
    if (ts.isIdentifier(node) && /^(process|fetch|XMLHttpRequest|WebSocket|localStorage|Bun|Deno)$/.test(node.text) && !isName(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(parse(file, text));
  return found;
}

// `page.process` and `{ process: 1 }` name something of their own.
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.getText() !== 'globalThis') ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}
