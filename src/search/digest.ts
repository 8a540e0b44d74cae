/** A number of 32 bits that is made of a word alone (FNV-1a): where it decides, neighbours do not. */
export function digestWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
