import type { Entry } from '../../entry.ts';
import type { ReshapeResult } from '../../store/reshape-entry.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { undoButton } from '../messages/undo-button.ts';
import { dayLine, dayWords, entryLine } from '../messages/words.ts';
import { actions, context, type Reply, reply, section } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';

type Reshaped = Exclude<ReshapeResult, { readonly kind: 'changed' }>;

/** Echoes a split: both parts, the totals of their days, and the way back. */
export async function splitReply(call: MemberCall, seen: Entry, result: Reshaped): Promise<Reply> {
  return partsReply(call, ':scissors: Split in two:', seen, result);
}

/** What became of one entry, in a line each, with the new totals of the days that it touched. */
export async function partsReply(
  call: MemberCall,
  title: string,
  seen: Entry,
  { entries, undo }: Reshaped,
): Promise<Reply> {
  const lines = [
    title,
    ...entries.map((entry) => `• ${entryLine(entry)} · ${dayWords(entry.date, call.today)}`),
  ];
  const small = await dayLines(call, seen, entries);
  return reply([...lines, ...small].join('\n'), [
    section(lines.join('\n')),
    context(small.join('\n')),
    actions('parts', [undoButton(encodeUndo(undo))]),
  ]);
}

async function dayLines(
  call: MemberCall,
  seen: Entry,
  entries: readonly Entry[],
): Promise<readonly string[]> {
  const days = [...new Set([seen, ...entries].map(({ date }) => date))].sort();
  return Promise.all(
    days.map(async (date) => {
      const before = await entriesAround(call, date);
      return dayLine(date, dayTotal(before, date, { now: entries, gone: [seen] }), call.today);
    }),
  );
}
