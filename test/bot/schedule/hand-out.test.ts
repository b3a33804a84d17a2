import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/bot/jobs/job.ts';
import { handOut } from '../../../src/bot/schedule/hand-out.ts';
import { dueWrite } from '../../../src/store/due.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshStore } from '../../support/engine.ts';
import { putRows } from '../../support/put-rows.ts';

const MONDAY = Date.UTC(2026, 8, 21, 7);

let store: Store;
beforeEach(async () => {
  store = await freshStore({ now: () => MONDAY - 3_600_000 });
});

/** So many members of a workspace, each with a digest that is due. */
async function due(workspaceId: string, members: number): Promise<void> {
  const rows = Array.from({ length: members }, (_, index) => {
    const member = { workspaceId, memberId: `U${index}` };
    const write = dueWrite(store, { bucket: MONDAY, errand: 'digest', member });
    return write.action === 'put' ? write.item : {};
  });
  await putRows(store, rows);
}

/** When the errands of each workspace are begun, in seconds. */
async function handed(): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>();
  const enqueue = async (job: Job, after = 0) => {
    if (job.kind !== 'errand' || !('member' in job.due)) throw new Error('another job');
    const { workspaceId } = job.due.member;
    found.set(workspaceId, [...(found.get(workspaceId) ?? []), after / 1000]);
  };
  await handOut({ store, now: () => MONDAY, log: () => undefined, enqueue });
  return new Map([...found].map(([id, times]) => [id, times.toSorted((one, other) => one - other)]));
}

describe('a Monday morning', () => {
  it('is handed to the queue five errands a second, each workspace by itself', async () => {
    await due('T1', 12);
    await due('T2', 3);
    const times = await handed();
    expect(times.get('T1')).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2]);
    expect(times.get('T2')).toEqual([0, 0, 0]);
  });

  it('of more than a quarter of an hour is left to the next tick', async () => {
    await due('T1', 4600);
    const times = (await handed()).get('T1') ?? [];
    expect(times).toHaveLength(4505);
    expect(Math.max(...times)).toBe(900);
  });
});
