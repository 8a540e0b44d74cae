import { startPanel } from './panel.ts';

const place = document.querySelector<HTMLDetailsElement>('#cite details');
if (place !== null) startPanel(document, place, new Date());
