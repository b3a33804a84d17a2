import { moveDue, putOffDue, readDue } from '../../store/due.ts';
import type { DueKey } from '../../store/kinds/due.ts';
import { describeError } from '../describe-error.ts';
import type { Clockwork } from './clockwork.ts';
import { type Delivered, deliver } from './deliver.ts';

/** An errand that fails again and again for so long is given up, so that the cursor passes over it. */
const GIVE_UP_MS = 3 * 86_400_000;

/**
 * What is given up comes again so much later, in the hope that it can be read by then: a removal was promised, and whatever else
 * comes again and again puts the next one on the clock as soon as it is read, and finds then that it is too late itself.
 */
const AGAIN_MS = 86_400_000;

/** Does one errand; one that fails, for whatever reason, is no reason for the others to wait. It never throws. */
export async function deliverSafely(clockwork: Clockwork, key: DueKey): Promise<Delivered> {
  try {
    return await deliver(clockwork, key);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    clockwork.log({ level: 'error', event: 'errand failed', errand: key.errand, ...describeError(error) });
    if (clockwork.now() - key.bucket > GIVE_UP_MS) await giveUp(clockwork, key, why);
    return { kind: 'failed', why };
  }
}

async function giveUp({ store, log, now }: Clockwork, key: DueKey, why: string): Promise<void> {
  try {
    const due = await readDue(store, key);
    if (due === undefined) return;
    if (due.state === 'sending') await moveDue(store, due, 'lost', { why });
    else if (key.errand === 'team digest detail') await moveDue(store, due, 'skipped', { why });
    else await putOffDue(store, due, now() + AGAIN_MS);
  } catch (error) {
    // The table itself fails: the next tick gives it up.
    log({ level: 'error', event: 'errand not given up', ...describeError(error) });
  }
}
