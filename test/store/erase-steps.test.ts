import { describe, expect, it } from 'vitest';
import {
  EraseLaterError,
  type ErasePace,
  erasePace,
  PAGES_A_SECOND,
  ROWS_A_SECOND,
} from '../../src/store/erase-pace.ts';
import { ERASE_START, type ErasedWorkspace, eraseWorkspace } from '../../src/store/erase-workspace.ts';
import { keepInstallation, removeInstallation } from '../../src/store/installs.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore, START } from '../support/engine.ts';
import { putEntries } from '../support/put-entries.ts';
import { putRows } from '../support/put-rows.ts';
import { content } from '../support/samples.ts';

const GONE = 'T1';
const LIVING = { workspaceId: 'T2', memberId: 'U1' };

async function removedWorkspace(store: Store): Promise<void> {
  const sealed = { sealedToken: 'sealed', scopes: ['commands'], appId: 'A0', botUserId: 'U0' };
  await keepInstallation(store, { workspaceId: GONE, ...sealed, installedAt: START - 1000 });
  await removeInstallation(store, GONE, START);
}

/** Nine megabytes of others, and rows of the workspace between them that only a walk finds. */
async function filled(): Promise<Store> {
  const store = await freshStore({ now: () => START });
  const long = { date: '2026-09-01', seconds: 60, note: 'x'.repeat(2900) };
  await putEntries(
    store,
    LIVING,
    Array.from({ length: 3000 }, () => content(long)),
  );
  await removedWorkspace(store);
  const stray = Array.from({ length: 90 }, (_, index) => ({
    pk: `u#${GONE}#U${index}`,
    sk: `d#2026-09-01#stray${index}`,
    v: 1,
  }));
  await putRows(store, stray);
  return store;
}

/** Does step after step as errands do. */
async function inSteps(store: Store, pace: () => ErasePace): Promise<readonly ErasedWorkspace[]> {
  const steps: ErasedWorkspace[] = [];
  for (let place = ERASE_START; ; ) {
    const step = await eraseWorkspace(store, GONE, { pace: pace(), place });
    steps.push(step);
    if (step.kind !== 'later') return steps;
    place = step.place;
  }
}

function countScans({ client }: Store): { scans: number } {
  const counted = { scans: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (String(context['commandName']).startsWith('Scan')) counted.scans += 1;
      return next(args);
    },
    { step: 'initialize', name: 'count scans' },
  );
  return counted;
}

const ofGone = async (store: Store) =>
  (await scanItems(store)).filter((row) => JSON.stringify(row).includes(GONE)).map(({ sk }) => sk);

describe('the removal of a workspace from a large table', () => {
  it('goes on in each step from where the last one ended, and reads no page twice', async () => {
    const once = await filled();
    const inOne = countScans(once);
    expect(await eraseWorkspace(once, GONE)).toEqual({ kind: 'erased' });
    // A walk that finds what nobody knew of, and one that finds nothing.
    expect(inOne.scans).toBeGreaterThan(12);

    const store = await filled();
    const counted = countScans(store);
    const steps = await inSteps(store, () => erasePace(store, 1600));
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.at(-1)).toEqual({ kind: 'erased' });
    expect(counted.scans).toBeLessThanOrEqual(inOne.scans + 2);
    expect((await ofGone(store)).filter((sk) => !`${sk}`.includes('/erase/'))).toEqual([]);
    expect((await scanItems(store)).filter(({ pk }) => pk === 'u#T2#U1')).toHaveLength(3000);
  }, 60_000);

  it('is not said to be done while something is left each time', async () => {
    const store = await freshStore({ now: () => START });
    await removedWorkspace(store);
    const comingBack = { pk: `u#${GONE}#U1`, sk: 'd#2026-09-01#again', v: 1 };
    store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (String(context['commandName']).startsWith('Scan')) await putRows(store, [comingBack]);
        return next(args);
      },
      { step: 'initialize', name: 'come back' },
    );
    expect(await eraseWorkspace(store, GONE)).toEqual({ kind: 'restless' });
  });
});

describe('the pace of a removal', () => {
  const paced = async (work: (pace: ErasePace) => Promise<void>) => {
    let waited = 0;
    const store = await freshStore({
      now: () => START,
      pause: async (milliseconds) => {
        waited += milliseconds;
      },
    });
    const pace = erasePace(store);
    let times = 0;
    const ended = (async () => {
      for (;;) {
        await work(pace);
        times += 1;
      }
    })();
    await expect(ended).rejects.toBeInstanceOf(EraseLaterError);
    return { times, seconds: waited / 1000 };
  };

  it('never takes away more rows in a second than is said, and ends within five seconds', async () => {
    const { times, seconds } = await paced((pace) => pace.afterRows(25));
    expect((times * 25) / seconds).toBeLessThanOrEqual(ROWS_A_SECOND);
    expect(seconds).toBeLessThan(5);
    expect(seconds).toBeGreaterThan(4);
  });

  it('never looks through more pages in a second than is said', async () => {
    const { times, seconds } = await paced((pace) => pace.afterPage());
    expect(times / seconds).toBeLessThanOrEqual(PAGES_A_SECOND);
    expect(seconds).toBeGreaterThan(4);
  });

  it('ends early where the table is slow', async () => {
    let now = START;
    const store = await freshStore({ now: () => now, pause: async () => undefined });
    const pace = erasePace(store);
    await pace.afterPage();
    now += 5_000;
    await expect(pace.afterPage()).rejects.toBeInstanceOf(EraseLaterError);
  });
});
