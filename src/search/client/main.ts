import { find } from './elements.ts';
import { startSearchPage } from './page.ts';
import { pagefindEngine } from './pagefind-engine.ts';

startSearchPage(pagefindEngine(find('#query').dataset.searchBase ?? '/'));
