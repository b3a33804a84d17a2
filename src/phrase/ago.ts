import type { Seconds } from '../duration.ts';
import type { Instant, Zone } from '../time.ts';
import type { Draft, Fault } from './draft.ts';
import { MARK, type Piece, textOf } from './mask.ts';
import { wallTextAt } from './wall-words.ts';

/** When a line was written, and where. */
export type Moment = { readonly now: Instant; readonly zone: Zone };

const AHEAD = new RegExp(String.raw`^[\s,${MARK.tag}${MARK.task}]*in $`);

/** `20 minutes ago` says when, and is no length; so does `in 2 hours` where nothing stands before it. */
export function agoFault(draft: Draft, amount: Piece<Seconds>, { now, zone }: Moment): Fault | undefined {
  const lead = AHEAD.exec(draft.mask.slice(0, amount.start));
  if (lead !== null) {
    const start = lead.index + lead[0].length - 'in '.length;
    const length = textOf(draft, amount).trim();
    const message = `“in ${length}” has not come yet.`;
    return { reason: 'future', message, start, end: amount.end, instead: length };
  }
  const ago = /^ (?:ago|from now)(?![\w])/.exec(draft.mask.slice(amount.end));
  if (ago === null) return undefined;
  const end = amount.end + ago[0].length;
  const since = /(?<!\w)since $/.exec(draft.mask.slice(0, amount.start))?.[0] ?? '';
  const start = amount.start - since.length;
  const words = draft.text.slice(start, end).trim();
  const message = `“${words}” says when, not how long.`;
  const began = wallTextAt(now - amount.value * 1000, zone);
  return { reason: 'invalid', message, start, end, instead: `since ${began}` };
}
