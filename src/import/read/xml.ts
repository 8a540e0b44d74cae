import { escapeText } from 'entities';
import { Parser } from 'htmlparser2';
import { inMiB, MOST_BYTES, Refusal } from '../limits.ts';
import { Abandoned, type EndsBefore, type Wanted, XmlBuilder } from './xml-builder.ts';

/** An element of an XML document, small enough to be held as a whole. */
export interface Xml {
  /** Local name, with the usual prefix of its vocabulary where it is none of feeds and news items: `title`, `dc:creator`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Xml | string)[];
}

/**
 * What {@link streamXml} meets: a wanted element, or why one could not be held. Where the document breaks off within
 * the element, `cut` names the child that it breaks off in; it is empty where that is none.
 */
export type XmlEvent = { element: Xml; cut?: string } | { refused: string };

/** So much may come between two tags before a document is given up. In characters. */
const MOST_BETWEEN = 4 * MOST_BYTES;

/**
 * Reads XML as it comes, good or broken, and hands out wanted elements. Nothing is expanded but the names of HTML's
 * characters: what a document type declares is not looked at. An element too large or too deep is refused, and what
 * comes after its end tag is read. Throws a `Refusal` at the end of a document that breaks off where more may follow.
 */
export async function* streamXml(chunks: AsyncIterable<string>, wanted: Wanted, endsBefore?: EndsBefore): AsyncGenerator<XmlEvent> {
  const builder = new XmlBuilder(wanted, endsBefore);
  let parser = new Parser(builder, OPTIONS);
  // Characters that the parser had been given before this chunk.
  let given = 0;
  let skipTo: RegExp | undefined;
  let kept = '';
  for await (const chunk of chunks) {
    let rest = kept + chunk;
    kept = '';
    while (rest !== '') {
      if (skipTo !== undefined) {
        const end = skipTo.exec(rest);
        if (end === null) {
          // The end tag may lie across two chunks.
          kept = rest.slice(-LONGEST_TAG);
          break;
        }
        rest = rest.slice(end.index + end[0].length);
        [skipTo, parser] = [undefined, new Parser(builder, OPTIONS)];
        given = builder.reopen(parser);
      }
      const before = builder.events;
      try {
        parser.write(rest);
        given += rest.length;
        rest = '';
      } catch (error) {
        if (!(error instanceof Abandoned)) throw error;
        rest = rest.slice(Math.max(0, parser.endIndex + 1 - given));
        skipTo = new RegExp(`</${error.written.replaceAll(/[^\w:-]/g, '.')}\\s*>`, 'i');
      }
      yield* builder.ready.splice(0);
      builder.silence = builder.events === before ? builder.silence + chunk.length : 0;
      if (builder.silence > MOST_BETWEEN) throw new Refusal(`More than ${inMiB(MOST_BETWEEN)} come without a tag; what follows is not read.`);
    }
  }
  const breaksOff = builder.breakOff();
  parser.end();
  yield* builder.ready.splice(0);
  if (breaksOff) throw new Refusal('The XML breaks off before its end.');
}

const OPTIONS = { xmlMode: true, decodeEntities: false };

/** Longest end tag that is looked for. */
const LONGEST_TAG = 100;

/** Children of an element by name, in their order. */
export function all(element: Xml | undefined, ...names: string[]): Xml[] {
  return (element?.children ?? []).filter((child): child is Xml => typeof child !== 'string' && names.includes(child.name));
}

/** The first element on a path of names. */
export function at(element: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((found, name) => all(found, name)[0], element);
}

/** Every element below one that has a name, outermost first. */
export function below(element: Xml, name: string): Xml[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === name ? [child] : below(child, name)));
}

/** Text of an element and all that stands in it, trimmed. */
export function textIn(element: Xml | undefined): string {
  return element === undefined ? '' : gatherText(element).trim();
}

function gatherText(element: Xml): string {
  return element.children.map((child) => (typeof child === 'string' ? child : gatherText(child))).join('');
}

/** What stands in an element, as HTML. */
export function markupIn(element: Xml): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child))).join('');
}

function markupOf(element: Xml): string {
  const name = element.name.replace(/^xhtml:/, '').toLowerCase();
  if (!/^[a-z][a-z0-9]*$/.test(name)) return markupIn(element);
  const attributes = Object.entries(element.attributes)
    .filter(([attribute]) => /^(?:href|src|alt|title|cite|datetime|lang|start|colspan|rowspan)$/.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  return /^(?:br|hr|img)$/.test(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${markupIn(element)}</${name}>`;
}
