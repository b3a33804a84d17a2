import type { Errand } from '../../schedule.ts';
import { moveDue, readDue } from '../../store/due.ts';
import type { DueKey } from '../../store/kinds/due.ts';
import { isoOf } from '../../time.ts';
import { type Clockwork, type Delivered, deliver } from './deliver.ts';
import { tick } from './tick.ts';

/** One errand, when it was due, and what became of it. */
export type Outcome = Delivered & { readonly errand: Errand; readonly due: string };

/** Slack takes about one message a second in a channel, and many channels at once. */
const AT_ONCE = 8;

/** What is looked at again by a later tick. */
const WAITING: ReadonlySet<Outcome['kind']> = new Set(['busy', 'later', 'failed']);

/** An errand that fails again and again for so long is given up, so that the cursor passes over it. */
const GIVE_UP_MS = 3 * 86_400_000;

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
      const { errand, bucket } = key;
      return { ...(await deliverSafely(clockwork, key)), errand, due: isoOf(bucket) };
    });
    outcomes.push(...(await Promise.all(together)));
  }
  return outcomes;
}

/** One errand that fails, for whatever reason, is no reason for the others to wait. */
async function deliverSafely(clockwork: Clockwork, key: DueKey): Promise<Delivered> {
  try {
    return await deliver(clockwork, key);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    clockwork.log({ level: 'error', event: 'errand failed', errand: key.errand, problem: why });
    if (clockwork.now() - key.bucket > GIVE_UP_MS) await giveUp(clockwork, key, why);
    return { kind: 'failed', why };
  }
}

async function giveUp({ store }: Clockwork, key: DueKey, why: string): Promise<void> {
  const due = await readDue(store, key);
  if (due !== undefined) await moveDue(store, due, 'skipped', { why });
}
