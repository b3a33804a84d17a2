import { moveDue, moveToSent, readDue, removeDue } from '../../store/due.ts';
import { type Below, type Due, type DueKey, type DueState, isDone } from '../../store/kinds/due.ts';
import { loseDue } from '../../store/lost.ts';
import { startSending } from '../../store/sending.ts';
import { isoOf } from '../../time.ts';
import type { Clockwork } from './clockwork.ts';
import { intend } from './errands/intend.ts';
import type { Prepared } from './errands/intent.ts';
import { tellLost } from './errands/tell-setter.ts';

/** What became of one errand. */
export type Delivered = {
  readonly kind: Exclude<DueState, 'due' | 'claimed' | 'sending'> | 'later' | 'busy' | 'gone' | 'failed';
  /** What was done, or why it was skipped or comes later, in a word or two. */
  readonly why?: string;
  /** After how many milliseconds it is to be taken up again, where it comes later. */
  readonly after?: number;
};

/** How long a worker may be at one errand before another takes it up: longer than its slowest request to Slack. */
const LEASE_MS = 60_000;

/**
 * Does one errand, once, however often and by however many it is taken up: due, claimed with a lease, sending, sent. One
 * whose lease ran out before `sending` is done anew; one that is found in `sending` may have been sent, so it is not sent
 * again, which is where at most one message can be lost (docs/decisions/0017-clockwork.md).
 */
export function deliver(clockwork: Clockwork, key: DueKey): Promise<Delivered> {
  return deliverOnce(clockwork, key);
}

/** `ready` is the message, where it was put together already. */
async function deliverOnce(clockwork: Clockwork, key: DueKey, ready?: Prepared): Promise<Delivered> {
  const { store } = clockwork;
  const now = clockwork.now();
  const due = await readDue(store, key);
  if (due === undefined) return { kind: 'gone' };
  if (isDone(due)) return { kind: 'busy' };
  if (due.until > now)
    return due.state === 'due' ? { kind: 'later', after: due.until - now } : { kind: 'busy' };
  if (due.state === 'sending') {
    return lose(clockwork, due, 'no answer');
  }
  const intent = await intend(clockwork, due, clockwork.asOf ?? now);
  if ('why' in intent) return skip(clockwork, due, intent.why);
  const workspaceId = 'member' in due ? due.member.workspaceId : due.workspaceId;
  const held = clockwork.pace.heldFor(workspaceId);
  if (held > 0) return { kind: 'later', why: 'Slack asked to wait', after: held };
  const claimed = await moveDue(store, due, 'claimed', { until: clockwork.now() + LEASE_MS });
  if (claimed === undefined) return { kind: 'busy' };
  const prepared = ready ?? (await intent.prepare());
  if ('why' in prepared) return skip(clockwork, claimed, prepared.why);
  if ('did' in prepared) {
    if (prepared.leavesNoRow) await removeDue(store, claimed);
    else await moveDue(store, claimed, 'done', { why: prepared.did });
    return { kind: 'done', why: prepared.did };
  }
  if ('goesOn' in prepared) {
    const { after, place, goesOn: why } = prepared;
    await moveDue(store, claimed, 'due', { until: clockwork.now() + after, place });
    return { kind: 'later', why, after };
  }
  const sending = await startSending(store, claimed, prepared.about, clockwork.now() + LEASE_MS);
  if (sending === undefined) return { kind: 'busy' };
  if (sending === 'sent before') return skip(clockwork, claimed, 'sent before');
  const { channel, thread, follow } = prepared;
  const to = { workspaceId, channel, ...(thread === undefined ? {} : { thread }) };
  const posted = await clockwork.post(to, prepared.message);
  switch (posted.kind) {
    case 'posted':
      if (follow === undefined) await moveDue(store, sending, 'sent', { message: posted });
      else await deliverBelow(clockwork, sending, follow, { channel, ts: posted.ts });
      await prepared.sent?.().catch((error) => leftBe(clockwork, sending, error));
      return { kind: 'sent' };
    case 'later':
      await moveDue(store, sending, 'due', { until: clockwork.now() + posted.after });
      return { kind: 'later', why: posted.why, after: posted.after };
    case 'refused':
      await prepared.refused?.(posted.problem);
      return skip(clockwork, sending, posted.problem);
    case 'unknown':
      return lose(clockwork, sending, posted.problem);
    default:
      return posted satisfies never;
  }
}

/**
 * Goes on in the thread of a message that was just sent. What follows is an errand of its own, on the clock as soon as the
 * message counts as sent: whoever ends here leaves it to another worker.
 */
async function deliverBelow(
  clockwork: Clockwork,
  sending: Due,
  { owned, about, message }: NonNullable<Prepared['follow']>,
  { channel, ts }: Pick<Below, 'channel' | 'ts'>,
): Promise<void> {
  const next = await moveToSent(clockwork.store, sending, owned, { channel, ts, about });
  if (next === undefined) return;
  const again = { message, channel, thread: ts, about };
  await deliverOnce(clockwork, next, again).catch((error) => leftBe(clockwork, next, error));
}

/** What comes after a message was sent must not make it look as if it failed. */
function leftBe({ log }: Clockwork, { errand }: Pick<Due, 'errand'>, error: unknown): void {
  const problem = error instanceof Error ? error.name : 'unknown';
  log({ level: 'warn', event: 'errand left be', errand, problem });
}

async function skip({ store, log }: Clockwork, due: Due, why: string): Promise<Delivered> {
  const moved = await moveDue(store, due, 'skipped', { why });
  if (moved === undefined) return { kind: 'busy' };
  log({ level: 'info', event: 'errand skipped', errand: due.errand, why });
  return { kind: 'skipped', why };
}

/** Its member is told at the next opportunity, whoever set the team's up at once (docs/decisions/0021-lost-messages.md). */
async function lose(clockwork: Clockwork, due: Due, why: string): Promise<Delivered> {
  const { store, log } = clockwork;
  log({ level: 'error', event: 'errand lost', errand: due.errand, due: isoOf(due.bucket), why });
  if (!(await loseDue(store, due, why))) return { kind: 'busy' };
  if (!('member' in due)) await tellLost(clockwork, due).catch((error) => leftBe(clockwork, due, error));
  return { kind: 'lost', why };
}
