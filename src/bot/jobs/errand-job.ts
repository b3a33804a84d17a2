import type { DueKey } from '../../store/kinds/due.ts';
import { isoOf } from '../../time.ts';
import type { JobOf } from './job.ts';

/** Longer than a queue is busy; what is dropped then is found by the next tick, since the row in the table stays due. */
const WANTED_MS = 3_600_000;

/** The job that does an errand of the clockwork. */
export function errandJob(key: DueKey, now: number): JobOf<'errand'> {
  const { bucket, errand } = key;
  const [owner, due] =
    'member' in key
      ? [
          `${key.member.workspaceId}/${key.member.memberId}`,
          { bucket, errand: key.errand, member: key.member },
        ]
      : [key.workspaceId, { bucket, errand: key.errand, workspaceId: key.workspaceId }];
  return { kind: 'errand', id: `${isoOf(bucket)}/${errand}/${owner}`, until: now + WANTED_MS, due };
}
