/** A number as people read it: `1,204`. The browser’s own format takes as long to set up as a page of hits to show. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
