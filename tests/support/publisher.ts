import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { writeEntry, writeFields } from '../fixtures/sites/entry.ts';
import type { Random } from './random.ts';

const WORDS = 'harbour treaty bridge river council ferry market strike verdict drought library orchard پیمان رود 港口 مجلس'.split(' ');

/** An article as its publisher thinks of it: the same one wherever its file lies. */
export interface Piece {
  /** Never changes. */
  number: number;
  slug: string;
  date: string;
  body: string[];
  topics: string[];
}

/** Somebody who edits a content folder at random, and at times forgets what the archive promises. */
export class Publisher {
  readonly pieces: Piece[] = [];
  readonly #dir: string;
  readonly #random: Random;
  #made = 0;

  constructor(dir: string, random: Random, pieces: number) {
    this.#dir = dir;
    this.#random = random;
    writeFields(dir, 'archive.yml', { title: 'Harbour Archive', description: 'For tests.', url: 'https://harbour.example/', language: 'en' });
    writeFields(dir, 'sources/post.yml', { name: 'The Post' });
    for (let at = 0; at < pieces; at += 1) this.add();
  }

  /** Does something that never needs leave; tells what. */
  change(): string {
    const kinds = [
      'add',
      'edit',
      'edit',
      'edit',
      'insert',
      'insert',
      'cut',
      'cut',
      'swap',
      'join',
      'split',
      'rename',
      'redate',
      'both',
      'retag',
      'rewrite',
      'repeat',
    ] as const;
    const kind = this.#random.pick(kinds);
    this[kind]();
    return kind;
  }

  add(): void {
    this.#made += 1;
    const piece = {
      number: this.#made,
      slug: `story-${this.#made}`,
      date: this.#day(),
      topics: [this.#random.pick(['trade', 'ports'])],
      body: this.#random.list(2 + this.#random.below(6), () => this.#paragraph()),
    };
    this.pieces.push(piece);
    writeEntry(this.#dir, fileOf(piece), { title: this.#sentence(4), source: 'post', date: piece.date, topics: piece.topics }, piece.body.join('\n\n'));
  }

  edit = () => this.#text((body, at) => body.splice(at, 1, `${body[at]} ${this.#sentence(3)}`));
  insert = () => this.#text((body, at) => body.splice(at, 0, this.#paragraph()));
  cut = () => this.#text((body, at) => body.length > 1 && body.splice(at, 1));
  swap = () => this.#text((body, at) => body.push(...body.splice(at, 1)));
  repeat = () => this.#text((body, at) => body.push(body[at] ?? ''));
  rewrite = () => this.#text((body) => body.splice(0, body.length, ...this.#random.list(1 + this.#random.below(4), () => this.#paragraph())));
  join = () => this.#text((body, at) => at + 1 < body.length && body.splice(at, 2, `${body[at]} ${body[at + 1]}`));
  split = () =>
    this.#text((body, at) => {
      const words = (body[at] ?? '').split(' ');
      if (words.length > 4) body.splice(at, 1, words.slice(0, 3).join(' '), words.slice(3).join(' '));
    });

  rename = () => this.move(this.piece(), { slug: `story-renamed-${this.#random.below(1e6)}` });
  redate = () => this.move(this.piece(), { date: this.#day() });
  both = () => this.move(this.piece(), { slug: `story-moved-${this.#random.below(1e6)}`, date: this.#day() });
  retag = () => {
    const piece = this.piece();
    piece.topics = [`topic-${this.#random.below(5)}`];
    this.#fields(piece, (fields) => ({ ...fields, topics: piece.topics }));
  };

  /** One of the pieces. */
  piece(): Piece {
    return this.#random.pick(this.pieces);
  }

  /** Moves a piece's file as a publisher does, with nothing but its date changed in it. */
  move(piece: Piece, to: { slug?: string; date?: string }): void {
    const moved = { ...piece, ...to };
    if (existsSync(join(this.#dir, fileOf(moved)))) return;
    mkdirSync(dirname(join(this.#dir, fileOf(moved))), { recursive: true });
    renameSync(join(this.#dir, fileOf(piece)), join(this.#dir, fileOf(moved)));
    Object.assign(piece, moved);
    this.#fields(piece, (fields) => ({ ...fields, date: piece.date }));
  }

  /** Takes a piece away. */
  remove(piece: Piece): void {
    this.pieces.splice(this.pieces.indexOf(piece), 1);
    rmSync(join(this.#dir, fileOf(piece)));
  }

  /** Says why something is gone. */
  bury(path: string): void {
    const file = join(this.#dir, 'gone.yml');
    const said = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as object) : {};
    writeFields(this.#dir, 'gone.yml', { ...said, [path]: { reason: 'Withdrawn by the source.' } });
  }

  /** The aliases that a piece's file has. */
  aliases(piece: Piece): string[] {
    return (this.#read(piece).fields.aliases as string[] | undefined) ?? [];
  }

  /** Gives a piece's file other aliases. */
  setAliases(piece: Piece, aliases: readonly string[]): void {
    this.#fields(piece, (fields) => ({ ...fields, aliases }));
  }

  #text(change: (body: string[], at: number) => unknown): void {
    const piece = this.piece();
    change(piece.body, this.#random.below(piece.body.length));
    const { head } = this.#read(piece);
    writeFileSync(join(this.#dir, fileOf(piece)), `${head}\n${piece.body.join('\n\n')}\n`);
  }

  #fields(piece: Piece, change: (fields: Record<string, unknown>) => object): void {
    const { fields, body } = this.#read(piece);
    writeFileSync(join(this.#dir, fileOf(piece)), `---\n${stringify(change(fields))}---\n${body}`);
  }

  #read(piece: Piece) {
    const text = readFileSync(join(this.#dir, fileOf(piece)), 'utf8');
    const end = text.indexOf('\n---\n') + 5;
    return { head: text.slice(0, end), fields: parse(text.slice(4, end - 4)) as Record<string, unknown>, body: text.slice(end) };
  }

  #day(): string {
    return new Date(Date.UTC(2020, 0, 1 + this.#random.below(40) * 9)).toISOString().slice(0, 10);
  }

  #paragraph(): string {
    return this.#sentence(4 + this.#random.below(12));
  }

  #sentence(words: number): string {
    return this.#random.list(words, () => this.#random.pick(WORDS)).join(' ');
  }
}

/** Where a piece's file lies. */
export function fileOf({ slug, date }: Piece): string {
  return `articles/${date.replaceAll('-', '/')}/${slug}.md`;
}

/** A piece's address. */
export function pathOf(piece: Piece): string {
  return `/${fileOf(piece).slice('articles/'.length, -'.md'.length)}/`;
}
