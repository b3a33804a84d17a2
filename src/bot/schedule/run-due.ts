import type { Errand } from '../../schedule.ts';
import type { DueKey } from '../../store/kinds/due.ts';
import { type Instant, isoOf } from '../../time.ts';
import { type Clockwork, type Delivered, deliver } from './deliver.ts';
import { tick } from './tick.ts';

/** One errand, when it was due, and what became of it. */
export type Outcome = Delivered & { readonly errand: Errand; readonly due: string };

/** Slack takes about one message a second in a channel, and many channels at once. */
const AT_ONCE = 8;

/** Does all that is due by `now`, in this process: for a server of one's own, and by hand. Answers what became of each. */
export async function runDue(clockwork: Clockwork, now: Instant): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const latest = await deliverAll(clockwork, await tick(clockwork, now), now);
    outcomes.push(...latest);
    // Once more where something was done: it may have put more on the clock, and the cursor has to pass over it.
    if (latest.every(({ kind }) => kind === 'busy' || kind === 'later')) return outcomes;
  }
}

async function deliverAll(
  clockwork: Clockwork,
  keys: readonly DueKey[],
  now: Instant,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const together = keys.slice(at, at + AT_ONCE).map(async (key) => {
      const { errand, bucket } = key;
      return { ...(await deliver(clockwork, key, now)), errand, due: isoOf(bucket) };
    });
    outcomes.push(...(await Promise.all(together)));
  }
  return outcomes;
}
