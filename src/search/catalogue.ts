/** Name of the catalogue's file, in the folder `pagefind`; JSON. */
export const CATALOGUE_FILE = 'bundles.json';

/** What the browser must know before it searches: which bundles there are, the newest first. */
export interface Catalogue {
  bundles: readonly {
    /** Name of its folder. */
    name: string;
    /** Changes whenever the bundle does. */
    tag: string;
    /** How many articles it holds. */
    articles: number;
  }[];
}
