import type { Reading } from '../../date/printed-date.ts';

const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const;
const HOURS: Record<(typeof UNITS)[number], number> = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 730 };
const HOUR = 3_600_000;

/**
 * The day that a date such as “2 hours ago” or “yesterday” means on a page that was saved at `captured`,
 * in the page's language and in English. Counted on the clock of whoever saved the page.
 */
export function readRelativeDate(printed: string, captured: string, { language }: Reading): string | undefined {
  const text = printed.toLowerCase().trim();
  if (text.length > 60) return undefined;
  const now = Date.parse(`${captured.slice(0, 19).padEnd(19, 'T00:00:00'.slice(captured.length - 10))}Z`);
  if (Number.isNaN(now)) return undefined;
  for (const locale of [language, 'en']) {
    const hours = hoursAgo(text, locale);
    if (hours !== undefined) return new Date(now - hours * HOUR).toISOString().slice(0, 10);
  }
  return undefined;
}

function hoursAgo(text: string, locale: string): number | undefined {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const amounts = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  for (const days of [0, -1]) if (text.includes(words.format(days, 'day').toLowerCase())) return -days * 24;
  for (const unit of UNITS) {
    // Plural forms differ by number: one, few, many.
    for (const sample of [1, 2, 5]) {
      const [before = '', after = ''] = amounts.format(-sample, unit).toLowerCase().split(String(sample));
      const at = before.trim() === '' ? 0 : text.indexOf(before.trim());
      const amount = at < 0 ? null : /(\d{1,3})\s*/.exec(text.slice(at));
      if (amount !== null && text.slice(at + amount.index + amount[0].length).startsWith(after.trim()) && (before + after).trim().length > 2)
        return Number(amount[1]) * HOURS[unit];
    }
  }
  return undefined;
}
