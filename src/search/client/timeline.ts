import type { SearchAnswer } from '../engine.ts';
import { readDays } from '../query/dates.ts';
import { element } from './elements.ts';
import { formatCount } from './numbers.ts';

/** More months than this are shown by year. */
const MOST_MONTHS = 60;

/** A span of days, both included. */
interface Span {
  from: string;
  to: string;
}

/** The hits over time, which are also how to limit them to days. */
export interface Timeline {
  show(months: SearchAnswer['histogram'], chosen: Span): void;
}

/**
 * A bar for each year or month: a click takes it, dragging takes all from one to another, and so do the
 * arrow keys with Shift. What is taken once more is let go.
 */
export function makeTimeline(into: HTMLElement, choose: (span: Span) => void): Timeline {
  let bars: HTMLButtonElement[] = [];
  let dragged: number | undefined;

  const spanOf = (one: number, other: number): Span => ({
    from: bars[Math.min(one, other)]?.dataset.from ?? '',
    to: bars[Math.max(one, other)]?.dataset.to ?? '',
  });
  const press = (one: number, other: number) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    for (const [at, bar] of bars.entries()) bar.ariaPressed = String(at >= low && at <= high);
  };
  const take = (one: number, other: number) => {
    const span = spanOf(one, other);
    const isTaken = into.dataset.from === span.from && into.dataset.to === span.to;
    choose(isTaken ? { from: '', to: '' } : span);
  };
  const barAt = (target: EventTarget | null) => bars.indexOf((target as Element).closest('button') as HTMLButtonElement);

  into.addEventListener('pointerdown', (event) => {
    const at = barAt(event.target);
    if (at < 0 || event.button !== 0) return;
    dragged = at;
    // So that the bars beside it hear of the pointer, on touch screens too.
    (event.target as Element).releasePointerCapture(event.pointerId);
  });
  into.addEventListener('pointerover', (event) => {
    if (dragged !== undefined && barAt(event.target) >= 0) press(dragged, barAt(event.target));
  });
  addEventListener('pointerup', (event) => {
    const [from, to] = [dragged, event.target instanceof Element ? barAt(event.target) : -1];
    dragged = undefined;
    if (from !== undefined && to >= 0 && to !== from) take(from, to);
  });
  // A click is also what keys and screen readers do; one that ends a drag is none.
  into.addEventListener('click', (event) => {
    const at = barAt(event.target);
    if (at >= 0) take(at, at);
  });
  into.addEventListener('keydown', (event) => {
    const at = barAt(event.target);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = bars[at + (step ?? 0)];
    if (step === undefined || at < 0 || next === undefined) return;
    event.preventDefault();
    const pressed = bars.flatMap((bar, place) => (bar.ariaPressed === 'true' ? [place] : []));
    focusOn(next);
    if (!event.shiftKey) return;
    const [first = at, last = at] = [pressed[0], pressed.at(-1)];
    const isShorter = pressed.includes(at) && (step > 0 ? at === first && first !== last : at === last && first !== last);
    take(
      isShorter ? at + step : step > 0 ? first : Math.min(at + step, first),
      isShorter ? (step > 0 ? last : first) : step > 0 ? Math.max(at + step, last) : last,
    );
  });
  const focusOn = (bar: HTMLButtonElement) => {
    for (const each of bars) each.tabIndex = each === bar ? 0 : -1;
    bar.focus();
  };

  return {
    show(months, chosen) {
      const focused = bars.find((bar) => bar === document.activeElement)?.dataset.from;
      const periods = periodsOf(months);
      const most = Math.max(1, ...periods.map(({ count }) => count));
      bars = periods.map(({ period, count, from, to }) => {
        const isChosen = chosen.from + chosen.to !== '' && (chosen.to === '' || from <= chosen.to) && (chosen.from === '' || to >= chosen.from);
        const label = `${period}: ${formatCount(count)} ${count === 1 ? 'article' : 'articles'}`;
        const bar = element('button', {
          type: 'button',
          'data-from': from,
          'data-to': to,
          'aria-pressed': String(isChosen),
          'aria-label': label,
          title: label,
          tabindex: '-1',
        });
        bar.style.setProperty('--part', String(count / most));
        return bar;
      });
      into.dataset.from = chosen.from;
      into.dataset.to = chosen.to;
      into.replaceChildren(...bars);
      into.hidden = bars.length < 2;
      const [first, last] = [periods[0]?.period ?? '', periods.at(-1)?.period ?? ''];
      into.dataset.first = first;
      into.dataset.last = last;
      const again = bars.find((bar) => bar.dataset.from === focused) ?? bars.find((bar) => bar.ariaPressed === 'true') ?? bars[0];
      if (again !== undefined) again.tabIndex = 0;
      if (focused !== undefined) again?.focus();
    },
  };
}

interface Period extends Span {
  period: string;
  count: number;
}

/** Every month or year from the first that has hits to the last. */
function periodsOf(months: SearchAnswer['histogram']): Period[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const length = number(last) - number(first) + 1 > MOST_MONTHS ? 4 : 7;
  const counts = new Map<string, number>();
  for (let at = number(first); at <= number(last); at += 1) {
    counts.set(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`.slice(0, length), 0);
  }
  for (const { month, count } of months) counts.set(month.slice(0, length), (counts.get(month.slice(0, length)) ?? 0) + count);
  return [...counts].map(([period, count]) => ({ period, count, from: readDays(period)?.from ?? '', to: readDays(period)?.to ?? '' }));
}
