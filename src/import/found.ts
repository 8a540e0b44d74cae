/** A value found in an input, how far it can be trusted, and on whose word. */
export interface Finding<Value> {
  value: Value;
  /** Whether witnesses of different kinds agree on it, or the only one is of a kind that is right 98 times of 100. */
  sure: boolean;
  /** Who says so: `json-ld`, `meta article:published_time`, `address`, `feed` … */
  witnesses: readonly string[];
  /** What other witnesses say, the best-founded first. */
  disputed: readonly { value: Value; witnesses: readonly string[] }[];
}

/** A picture that was printed with an article. */
export interface FoundPicture {
  src: string;
  alt?: string;
  caption?: string;
  credit?: string;
}

/** An article as it was found in an input, before anything is known of the archive that it is to go into. */
export interface FoundArticle {
  /** Its text in Markdown, headline and deck left out. */
  text: string;
  headline?: Finding<string>;
  deck?: Finding<string>;
  /** Persons as printed; empty where the article names none. */
  authors?: Finding<readonly string[]>;
  /** First publication as the source printed it: an ISO 8601 day, or a date-time with its offset. */
  date?: Finding<string>;
  /** When the source last changed it, in the same form. */
  updated?: Finding<string>;
  /** BCP 47. */
  language?: Finding<string>;
  /** Name of whoever published it: “BBC News”. */
  publisher?: Finding<string>;
  /** Canonical address of the original, absolute. */
  address?: Finding<string>;
  section?: string;
  keywords: readonly string[];
  dateline?: string;
  rights?: string;
  picture?: FoundPicture;
  /** What a person should look at, a sentence each. */
  doubts: readonly string[];
  /** What is said of it without anybody having to look. */
  notes?: readonly string[];
}
