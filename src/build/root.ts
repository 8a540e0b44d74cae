import { fileURLToPath } from 'node:url';

/** The program's own folder: that of `package.json`. Ends in a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
