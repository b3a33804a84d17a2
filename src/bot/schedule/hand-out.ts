import type { DueKey } from '../../store/kinds/due.ts';
import type { Effects } from '../effects.ts';
import { errandJob } from '../jobs/errand-job.ts';
import type { Clockwork } from './clockwork.ts';
import { tick } from './tick.ts';

/** What a tick works with: it reaches no Slack. */
export type Ticker = Pick<Clockwork, 'store' | 'log' | 'now'> & Pick<Effects, 'enqueue'>;

/** As many errands of one workspace are begun in a second, however many workers there are: about what Slack takes. */
const A_SECOND = 5;

/** A queue holds a message back no longer, in milliseconds; what would have to wait longer is left for a later tick. */
const LONGEST_WAIT_MS = 900_000;

/** A queue takes many messages at once. */
const AT_ONCE = 16;

/**
 * Finds what is due by now and hands each errand to the queue, those of one workspace one after the other, so that no crowd of
 * workers runs into Slack's limits, and what somebody waits for is not behind all of them. Answers how many were handed out; what
 * the queue loses is found again.
 */
export async function handOut(ticker: Ticker): Promise<number> {
  const handed = inTurn(await tick(ticker));
  for (let at = 0; at < handed.length; at += AT_ONCE) {
    const together = handed.slice(at, at + AT_ONCE);
    await Promise.all(together.map(({ key, after }) => ticker.enqueue(errandJob(key, ticker.now()), after)));
  }
  return handed.length;
}

/** Each errand with how long it is held back. */
function inTurn(keys: readonly DueKey[]): readonly { readonly key: DueKey; readonly after: number }[] {
  const before = new Map<string, number>();
  return keys.flatMap((key) => {
    const workspaceId = 'member' in key ? key.member.workspaceId : key.workspaceId;
    const place = before.get(workspaceId) ?? 0;
    before.set(workspaceId, place + 1);
    const after = Math.floor(place / A_SECOND) * 1000;
    return after > LONGEST_WAIT_MS ? [] : [{ key, after }];
  });
}
