/** How often a term is in an article: in its text, and in its title. */
export interface Count {
  text: number;
  title: number;
}

/** The articles of a bundle that a term is in, and how often. */
export class Matches {
  /** Number of articles. */
  size = 0;
  private readonly texts: Uint32Array;
  private readonly titles: Uint32Array;

  /** @param articles How many the bundle has. */
  constructor(articles: number) {
    this.texts = new Uint32Array(articles);
    this.titles = new Uint32Array(articles);
  }

  has(page: number): boolean {
    return (this.texts[page] ?? 0) + (this.titles[page] ?? 0) > 0;
  }

  /** Adds places to those that are known of an article. */
  add(page: number, text: number, title: number): void {
    if (text + title === 0) return;
    if (!this.has(page)) this.size += 1;
    this.texts[page] = (this.texts[page] ?? 0) + text;
    this.titles[page] = (this.titles[page] ?? 0) + title;
  }

  /** These, and others for articles that these do not tell of. */
  with(others: Matches | undefined): Matches {
    for (let page = 0; page < this.texts.length; page += 1) {
      if (others?.has(page) && !this.has(page)) this.add(page, others.texts[page] ?? 0, others.titles[page] ?? 0);
    }
    return this;
  }

  /** Number of places of an article, where one in its title counts as so many in its text. */
  places(page: number, title: number): number {
    return (this.texts[page] ?? 0) + title * (this.titles[page] ?? 0);
  }
}
