import type { DueKey } from '../../store/kinds/due.ts';
import type { Clockwork } from './clockwork.ts';
import type { Delivered } from './deliver.ts';
import { deliverSafely } from './deliver-safely.ts';
import { tick } from './tick.ts';

/** One errand, whose it is, when it was due, and what became of it. */
export type Outcome = Delivered & DueKey;

/** Slack takes about one message a second in a channel, and many channels at once. */
const AT_ONCE = 8;

/** What is looked at again by a later tick. */
const WAITING: ReadonlySet<Outcome['kind']> = new Set(['busy', 'later', 'failed']);

/** Does all that is due by `now`, in this process: for a server of one's own, and by hand. Answers what became of each. */
export async function runDue(clockwork: Clockwork): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const latest = await deliverAll(clockwork, await tick(clockwork));
    outcomes.push(...latest);
    // Once more where something was done: it may have put more on the clock, and the cursor has to pass over it.
    if (latest.every(({ kind }) => WAITING.has(kind))) return outcomes;
  }
}

async function deliverAll(clockwork: Clockwork, keys: readonly DueKey[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const together = keys.slice(at, at + AT_ONCE).map(async (key) => {
      return { ...key, ...(await deliverSafely(clockwork, key)) };
    });
    outcomes.push(...(await Promise.all(together)));
  }
  return outcomes;
}
