import type { Entry } from '../entry.ts';
import { datesOf, type Period } from '../period.ts';
import type { LocalDate } from '../time.ts';
import { type Amounts, amountsOf } from './amounts.ts';

/** What one day holds. */
export type DayAmounts = Amounts & { readonly date: LocalDate };

/** What each day of the period holds, first to last, the empty ones too. Days are those of the calendar, however long. */
export function dayAmounts(entries: readonly Entry[], period: Period): readonly DayAmounts[] {
  return datesOf(period).map((date) => ({
    date,
    ...amountsOf(entries.filter((entry) => entry.date === date)),
  }));
}
