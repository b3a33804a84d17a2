import type { Member } from '../member.ts';
import { nextQuestion } from '../night-question.ts';
import { bucketOf } from '../schedule.ts';
import type { Timer } from '../timer.ts';
import { dueAgainWrite } from './due.ts';
import { commit } from './layer/commit.ts';
import type { Write } from './layer/write.ts';
import type { Store } from './store.ts';

/**
 * The writes that put the question `Still working?` on the clockwork for a timer, for the transaction that lets it run. They are
 * refused where the question is being asked already.
 */
export function questionWrites(store: Store, member: Member, timer: Timer): readonly Write[] {
  if (timer.state === 'idle') return [];
  const asked = nextQuestion(timer, timer.zone, store.now());
  if (asked === undefined) return [];
  return [dueAgainWrite(store, { bucket: bucketOf(asked), errand: 'still working', member })];
}

/**
 * Puts the question back for a timer that an undo brought back. Where its first question is still to come, that one was left on
 * the clockwork; nothing is written then.
 */
export async function ensureQuestion(store: Store, member: Member, timer: Timer): Promise<void> {
  if (timer.state === 'idle') return;
  const first = nextQuestion(timer, timer.zone, timer.startedAt);
  if (first !== undefined && first > store.now()) return;
  for (const write of questionWrites(store, member, timer)) await commit(store, [write]);
}
