import { find } from './elements.ts';
import { workerEngine } from './engine.ts';
import { startSearchPage } from './page.ts';

const start = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
startSearchPage(workerEngine(find('#query').dataset.searchBase ?? '/', start));
