import type { Seconds } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from './amounts.ts';
import { sinceOf } from './calendar-rows.ts';
import { type GroupRow, mostFirst, type TeamGrouping } from './groups.ts';
import { countUp, type Report, type ReportRequest, withEmptyRows } from './report.ts';

/** What a report of several members is asked for. */
export type TeamReportRequest = Omit<ReportRequest, 'by'> & { readonly by: TeamGrouping };

/** A report that is put together member by member: it holds sums alone, however many entries go through it. */
export type TeamTally = {
  /** Counts some of a member's entries, each of which is given once, under the names of tags that the member has for them. */
  readonly add: (memberId: string, entries: readonly EntryContent[]) => void;
  /** What was counted so far. */
  readonly report: () => Report;
};

/** Counts nothing at first. Days, weeks and `today` are those of whoever asks, the same for all members. */
export function tallyTeam(request: TeamReportRequest): TeamTally {
  const empty = partOf([], request);
  const rows = new Map<string, GroupRow>();
  let [total, before, overlap]: [Amounts, Amounts, Seconds] = [NO_AMOUNTS, NO_AMOUNTS, 0];
  let { rounded } = empty;
  return {
    add(memberId, entries) {
      if (entries.length === 0) {
        const row = { kind: 'member' as const, memberId, amounts: NO_AMOUNTS };
        if (request.by === 'member' && !rows.has(keyOf(row))) rows.set(keyOf(row), row);
        return;
      }
      const part = partOf(entries, request);
      total = addAmounts(total, part.total);
      before = addAmounts(before, part.before.total);
      overlap += part.overlap;
      rounded = rounded && part.rounded && addRounded(rounded, part.rounded);
      const added =
        request.by === 'member' ? [{ kind: 'member' as const, memberId, amounts: part.total }] : part.rows;
      for (const row of added) {
        const held = rows.get(keyOf(row));
        const amounts = held === undefined ? row.amounts : addAmounts(held.amounts, row.amounts);
        rows.set(keyOf(row), { ...row, amounts });
      }
    },
    report: () =>
      withEmptyRows(
        {
          ...empty,
          total,
          before: { ...empty.before, total: before },
          overlap,
          rows: inOrder([...rows.values()]),
          ...(rounded === undefined ? {} : { rounded }),
        },
        request,
      ),
  };
}

function partOf(entries: readonly EntryContent[], { by, ...request }: TeamReportRequest): Report {
  if (by !== 'member') return countUp(entries, { ...request, by });
  // Of one member there is but one row, which is all of theirs.
  return { ...countUp(entries, { ...request, by: 'unit' }), by, rows: [], overlap: 0 };
}

type Rounded = NonNullable<Report['rounded']>;

function addRounded({ rounding, exact, vanished }: Rounded, other: Rounded): Rounded {
  return { rounding, exact: exact + other.exact, vanished: vanished + other.vanished };
}

/** Tells the rows of one report apart. */
function keyOf(row: GroupRow): string {
  switch (row.kind) {
    case 'day':
    case 'week':
    case 'month':
      return sinceOf(row);
    case 'tag':
      return row.tag ?? '';
    case 'task':
      return `${row.task ?? ''}`;
    case 'unit':
      return row.unit ?? '';
    case 'member':
      return row.memberId ?? '';
    default:
      return row satisfies never;
  }
}

/** Days, weeks and months as they come; all else by time, most first; units by name, time before them. */
function inOrder(rows: readonly GroupRow[]): readonly GroupRow[] {
  return rows.toSorted((one, other) => {
    const [name, otherName] = [keyOf(one), keyOf(other)];
    switch (one.kind) {
      case 'day':
      case 'week':
      case 'month':
      case 'unit':
        return name < otherName ? -1 : 1;
      default:
        return mostFirst([name || undefined, one.amounts], [otherName || undefined, other.amounts]);
    }
  });
}
