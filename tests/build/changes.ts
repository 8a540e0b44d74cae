import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeEntry, writeFields } from '../fixtures/sites/entry.ts';
import type { Random } from '../support/random.ts';

interface Entry {
  slug: string;
  fields: { title: string; source: string; date: string; topics: string[] } & Record<string, unknown>;
  body: string;
}

const WORDS = 'harbour treaty bridge river council ferry market strike verdict drought library orchard'.split(' ');
const TOPICS = ['trade', 'ports', 'weather', 'courts'];

/** A content folder that changes at random, as one does over the years; it is always free of faults. */
export class ChangingArchive {
  readonly dir: string;
  readonly #random: Random;
  readonly #entries: Entry[] = [];
  #made = 0;

  constructor(dir: string, random: Random, articles: number) {
    this.dir = dir;
    this.#random = random;
    writeFields(dir, 'archive.yml', { title: 'Harbour Archive', description: 'What was in the papers.', url: 'https://harbour.example/', language: 'en' });
    for (const id of ['post', 'times', 'wire']) writeFields(dir, `sources/${id}.yml`, { name: `The ${id}` });
    for (let at = 0; at < articles; at += 1) this.add();
  }

  /** Changes something; tells what. */
  change(): string {
    const kinds = ['add', 'add', 'headline', 'text', 'people', 'date', 'slug', 'remove', 'source', 'topic', 'alias', 'facts', 'page', 'topics'] as const;
    const kind = this.#random.pick(kinds);
    this[kind]();
    return kind;
  }

  add(): void {
    const { pick, below, list } = this.#random;
    this.#made += 1;
    const day = new Date(Date.UTC(2020, 0, 1 + below(60) * 7)).toISOString().slice(0, 10);
    this.#entries.push({
      slug: `story-${this.#made}`,
      fields: {
        title: this.#sentence(4),
        source: pick(['post', 'times', 'wire']),
        date: day,
        topics: list(below(3), () => pick(TOPICS)).filter((each, at, all) => all.indexOf(each) === at),
      },
      body: list(1 + below(4), () => this.#sentence(20)).join('\n\n'),
    });
    this.#write(this.#entries.at(-1));
  }

  headline = () => this.#edit(() => ({ fields: { title: this.#sentence(5) } }));
  text = () => this.#edit(({ body }) => ({ body: `${body}\n\n${this.#sentence(12)}` }));
  people = () => this.#edit(() => ({ fields: { people: [this.#sentence(2)] } }));
  topics = () => this.#edit(() => ({ fields: { topics: [this.#random.pick(TOPICS)] } }));
  alias = () =>
    this.#edit(({ slug, fields }) => ({
      fields: { aliases: [...((fields.aliases as string[] | undefined) ?? []), `/old/${slug}-${this.#random.below(1e6)}/`] },
    }));
  date = () => this.#edit(() => ({ fields: { date: `2020-0${1 + this.#random.below(9)}-1${this.#random.below(9)}` } }));
  slug = () => this.#edit(({ slug }) => ({ slug: `${slug}x` }));

  remove(): void {
    const [entry] = this.#entries.splice(this.#random.below(this.#entries.length), 1);
    if (entry === undefined) return;
    rmSync(join(this.dir, fileOf(entry)));
    const file = join(this.dir, 'gone.yml');
    const said = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as object) : {};
    writeFields(this.dir, 'gone.yml', { ...said, [`/${fileOf(entry).slice('articles/'.length, -'.md'.length)}/`]: { reason: this.#sentence(4) } });
  }

  source = () =>
    writeFields(this.dir, `sources/${this.#random.pick(['post', 'times', 'wire'])}.yml`, { name: this.#sentence(2), country: this.#random.pick(['GB', 'IR']) });
  facts = () => this.#field('archive.yml', 'description', this.#sentence(6));

  topic(): void {
    const id = this.#random.pick(TOPICS);
    const file = `topics/${id}.yml`;
    if (existsSync(join(this.dir, file)) && this.#random.below(3) === 0) rmSync(join(this.dir, file));
    else writeFields(this.dir, file, { title: this.#sentence(2), ...(id === 'ports' && { broader: 'trade' }) });
  }

  page = () => writeEntry(this.dir, 'pages/policy.md', { title: this.#sentence(3) }, this.#sentence(9));

  /** Changes an article, and moves its file where its address changes with it. */
  #edit(change: (entry: Entry) => { slug?: string; body?: string; fields?: Partial<Entry['fields']> }): void {
    const at = this.#random.below(this.#entries.length);
    const entry = this.#entries[at];
    if (entry === undefined) return;
    // Aliases that a build has added stay.
    const { aliases } = parse(readFileSync(join(this.dir, fileOf(entry)), 'utf8').split('---\n')[1] ?? '') as { aliases?: string[] };
    if (aliases !== undefined) entry.fields.aliases = aliases;
    const { fields, ...rest } = change(entry);
    const changed = { ...entry, ...rest, fields: { ...entry.fields, ...fields } };
    this.#entries[at] = changed;
    rmSync(join(this.dir, fileOf(entry)));
    this.#write(changed);
  }

  #field(file: string, name: string, value: unknown): void {
    writeFields(this.dir, file, { ...(parse(readFileSync(join(this.dir, file), 'utf8')) as object), [name]: value });
  }

  #write(entry: Entry | undefined): void {
    if (entry !== undefined) writeEntry(this.dir, fileOf(entry), entry.fields, entry.body);
  }

  #sentence(words: number): string {
    const text = this.#random.list(words, () => this.#random.pick(WORDS)).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}

function fileOf({ slug, fields }: Entry): string {
  return `articles/${fields.date.replaceAll('-', '/')}/${slug}.md`;
}

/** Edits a file of a program. */
export function editProgram(program: string, file: string, from: string, to: string): void {
  const path = join(program, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}
