import { moveDue, readDue, startSending } from '../../store/due.ts';
import { type Due, type DueKey, type DueState, isDone } from '../../store/kinds/due.ts';
import { loseDue } from '../../store/lost.ts';
import { isoOf } from '../../time.ts';
import type { Clockwork } from './clockwork.ts';
import { intend } from './errands/intend.ts';

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
export async function deliver(clockwork: Clockwork, key: DueKey): Promise<Delivered> {
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
  const intent = await intend(clockwork, due, now);
  if ('why' in intent) return skip(clockwork, due, intent.why);
  const workspaceId = 'member' in due ? due.member.workspaceId : due.workspaceId;
  const held = clockwork.pace.heldFor(workspaceId);
  if (held > 0) return { kind: 'later', why: 'Slack asked to wait', after: held };
  const claimed = await moveDue(store, due, 'claimed', { until: clockwork.now() + LEASE_MS });
  if (claimed === undefined) return { kind: 'busy' };
  const prepared = await intent.prepare();
  if ('why' in prepared) return skip(clockwork, claimed, prepared.why);
  if ('did' in prepared) {
    await moveDue(store, claimed, 'done', { why: prepared.did });
    return { kind: 'done', why: prepared.did };
  }
  const sending = await startSending(store, claimed, prepared.about, clockwork.now() + LEASE_MS);
  if (sending === undefined) return { kind: 'busy' };
  if (sending === 'sent before') return skip(clockwork, claimed, 'sent before');
  const posted = await clockwork.post({ workspaceId, channel: prepared.channel }, prepared.message);
  switch (posted.kind) {
    case 'posted':
      await moveDue(store, sending, 'sent', { ts: posted.ts });
      return { kind: 'sent' };
    case 'later':
      await moveDue(store, sending, 'due', { until: clockwork.now() + posted.after });
      return { kind: 'later', why: posted.why, after: posted.after };
    case 'refused':
      return skip(clockwork, sending, posted.problem);
    case 'unknown':
      return lose(clockwork, sending, posted.problem);
    default:
      return posted satisfies never;
  }
}

async function skip({ store, log }: Clockwork, due: Due, why: string): Promise<Delivered> {
  const moved = await moveDue(store, due, 'skipped', { why });
  if (moved === undefined) return { kind: 'busy' };
  log({ level: 'info', event: 'errand skipped', errand: due.errand, why });
  return { kind: 'skipped', why };
}

/** Its member is told at the next opportunity (docs/decisions/0021-lost-messages.md). */
async function lose({ store, log }: Clockwork, due: Due, why: string): Promise<Delivered> {
  log({ level: 'error', event: 'errand lost', errand: due.errand, due: isoOf(due.bucket), why });
  return (await loseDue(store, due, why)) ? { kind: 'lost', why } : { kind: 'busy' };
}
