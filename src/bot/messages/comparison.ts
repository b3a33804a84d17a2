import { formatDuration } from '../../duration.ts';
import type { Period } from '../../period.ts';
import type { Amounts } from '../../reports/amounts.ts';
import type { LocalDate } from '../../time.ts';
import { amountsWords } from './report/rows.ts';

/**
 * How a period compares with the one before, which `name` names: `the week before`. Of a period that still goes on, as much of
 * the one before counts as has come of it by `today`, and the words say so. Empty where both hold nothing.
 */
export function comparisonWords(
  { period, total, before }: { readonly period: Period; readonly total: Amounts; readonly before: Amounts },
  today: LocalDate,
  name: string,
): string {
  const then = thenWords(period, today, name);
  const had = amountsWords(before);
  if (!holdsAnything(before)) return holdsAnything(total) ? `Nothing ${then}.` : '';
  // Units are no time: what there was is told, and not by how much it differs.
  if (before.seconds === 0) return `${then.charAt(0).toUpperCase()}${then.slice(1)}: ${had}.`;
  const more = total.seconds - before.seconds;
  if (more === 0) return `The same time as ${then} (${had}).`;
  return `${formatDuration(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than ${then} (${had}).`;
}

/** `in the week before`, or as much of it as has come: `by the same day of the week before`. */
export function thenWords({ since, until }: Period, today: LocalDate, name: string): string {
  return since <= today && today < until ? `by the same day of ${name}` : `in ${name}`;
}

function holdsAnything({ seconds, measures }: Amounts): boolean {
  return seconds > 0 || measures.length > 0;
}
