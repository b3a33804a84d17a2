import { beforeEach, describe, expect, it } from 'vitest';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { beginToErase, eraseMember, leavingOf } from '../../src/store/erase-member.ts';
import { keepWorkspaces, WORKSPACE_KEPT_MS } from '../../src/store/kept-workspaces.ts';
import { allowNaming, allowsNaming, readMembers } from '../../src/store/members.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { changeWorkspace, readWorkspace, writeWorkspace } from '../../src/store/workspace.ts';
import { FIRST_WORKSPACE, withLeads, withoutLeads } from '../../src/workspace.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { injectFaults, scriptWrites } from '../support/faults.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const T = 'T1';
const DIGEST = {
  channel: 'C1',
  weekday: 1,
  time: '09:00',
  zone: 'Europe/Madrid',
  weekStart: 1,
  setBy: 'U1',
} as const;

describe('the settings of a workspace', () => {
  it('are empty at first, and each workspace’s own', async () => {
    expect(await readWorkspace(store, T)).toEqual(FIRST_WORKSPACE);
    const next = { leads: ['U1', 'U2'], namesMembers: true, digest: DIGEST };
    const { workspace } = await writeWorkspace(store, T, FIRST_WORKSPACE, next);
    expect(await readWorkspace(store, T)).toEqual({ ...next, version: workspace.version });
    expect(await readWorkspace(store, 'T2')).toEqual(FIRST_WORKSPACE);
  });

  it('give way to no one who saw older ones', async () => {
    const first = await writeWorkspace(store, T, FIRST_WORKSPACE, { leads: ['U1'], namesMembers: false });
    const other = await writeWorkspace(store, T, FIRST_WORKSPACE, { leads: ['U2'], namesMembers: false });
    expect(other).toEqual({ kind: 'changed', workspace: first.workspace });
    const same = await writeWorkspace(store, T, FIRST_WORKSPACE, { leads: ['U1'], namesMembers: false });
    expect(same).toEqual({ kind: 'done before', workspace: first.workspace });
  });

  it('whose answer was lost are done', async () => {
    const other = await anotherStore(store);
    scriptWrites(other.client, ['lost']);
    const result = await writeWorkspace(other, T, FIRST_WORKSPACE, { leads: ['U1'], namesMembers: false });
    expect(result).toEqual({ kind: 'done', workspace: await readWorkspace(store, T) });
  });

  it('changed by many at once keep every change, whatever is in the way', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `U${index}`);
    await changeWorkspace(store, T, (now) => ({ ...now, leads: ['UX'] }));
    const faulty = await anotherStore(store);
    const counts = injectFaults(faulty.client, { seed: 22, throttle: 0.2, lost: 0.05 });
    const kinds = await Promise.all(
      ids.map(async (id, index) => {
        const by = index % 2 === 0 ? store : faulty;
        const result = await changeWorkspace(by, T, (now) => ({
          ...now,
          leads: withLeads({ leads: withoutLeads(now, ['UX']) }, [id]),
        }));
        return result.kind;
      }),
    );
    expect(kinds).not.toContain('changed');
    expect((await readWorkspace(store, T)).leads.toSorted()).toEqual(ids.toSorted());
    expect(counts.throttle + counts.lost).toBeGreaterThan(0);
  });

  it('cost one read and one write', async () => {
    const counted = withTally(store);
    await changeWorkspace(counted.store, T, (now) => ({ ...now, leads: ['U1'] }));
    expect(counted.tally).toEqual({ requests: 2, read: 1, write: 1 });
  });
});

describe('settings kept by a process', () => {
  it('are read once a minute, and told of what it writes itself', async () => {
    const clock = { now: 0 };
    const kept = keepWorkspaces(() => clock.now);
    const counted = withTally(store);
    await kept.read(counted.store, T);
    const { workspace } = await writeWorkspace(store, T, FIRST_WORKSPACE, {
      leads: ['U1'],
      namesMembers: false,
    });
    expect(await kept.read(counted.store, T)).toEqual(FIRST_WORKSPACE);
    kept.note(T, workspace);
    expect((await kept.read(counted.store, T)).leads).toEqual(['U1']);
    expect(counted.tally.requests).toBe(1);
    clock.now += WORKSPACE_KEPT_MS;
    expect((await kept.read(counted.store, T)).leads).toEqual(['U1']);
    expect(counted.tally.requests).toBe(2);
  });

  it('that could not be read are read again', async () => {
    const kept = keepWorkspaces(() => 0);
    const broken = { ...store, table: 'no-such-table' };
    await expect(kept.read(broken, T)).rejects.toThrow();
    expect(await kept.read(store, T)).toEqual(FIRST_WORKSPACE);
  });
});

describe('what a member allows', () => {
  const ADA = { workspaceId: T, memberId: 'U1' };

  it('is nothing at first, and is theirs alone to change', async () => {
    const settings = { ...FIRST_SETTINGS, zone: 'Europe/Madrid' };
    await writeFirstUse(store, ADA, 'met', settings);
    await writeFirstUse(store, { ...ADA, memberId: 'U2' }, 'met', settings);
    expect(await readMembers(store, T)).toEqual([
      { memberId: 'U1', allowsNaming: false },
      { memberId: 'U2', allowsNaming: false },
    ]);
    expect(await allowNaming(store, ADA, true)).toBe(true);
    expect(await allowNaming(store, ADA, true)).toBe(true);
    expect(await allowsNaming(store, ADA)).toBe(true);
    expect((await readMembers(store, T)).map((one) => one.allowsNaming)).toEqual([true, false]);
    expect(await allowNaming(store, ADA, false)).toBe(true);
    expect(await allowsNaming(store, ADA)).toBe(false);
  });

  it('can’t be said by somebody who is no member', async () => {
    expect(await allowNaming(store, ADA, true)).toBe(false);
    expect(await readMembers(store, T)).toEqual([]);
  });
});

describe('a member who leaves', () => {
  it('is named by the settings no more, and the team digest that they set up goes on', async () => {
    const member = { workspaceId: T, memberId: 'U1' };
    await writeFirstUse(store, member, 'met', { ...FIRST_SETTINGS, zone: 'Europe/Madrid' });
    await writeWorkspace(store, T, FIRST_WORKSPACE, {
      leads: ['U1', 'U2'],
      namesMembers: true,
      digest: DIGEST,
    });
    await beginToErase(store, member);
    const leaving = (await leavingOf(store, member)) ?? 0;
    await eraseMember(store, member, leaving);
    const { setBy: _, ...plan } = DIGEST;
    expect(await readWorkspace(store, T)).toMatchObject({ leads: ['U2'], digest: plan });
    expect(JSON.stringify(await readWorkspace(store, T))).not.toContain('U1');
    const settled = await readWorkspace(store, T);
    await eraseMember(store, member, leaving);
    expect(await readWorkspace(store, T)).toEqual(settled);
  });
});
