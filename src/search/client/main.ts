import { find } from './elements.ts';
import { workerEngine } from './engine.ts';
import { startKeeping } from './keeping.ts';
import { startSearchPage } from './page.ts';

const base = find('#query').dataset.searchBase ?? '/';
const engine = workerEngine(base, () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
// Its thread is on its way while this one sets the page up.
if (location.search !== '') engine.prepare().catch(() => undefined);
startSearchPage(engine, startKeeping(base, engine.keep));
