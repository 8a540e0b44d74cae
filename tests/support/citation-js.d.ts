declare module '@citation-js/core' {
  /** Reads references; `data` is CSL-JSON. */
  export class Cite {
    constructor(input: unknown, options?: { forceType?: string });
    data: unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
