import type { Installation } from '../installation.ts';
import { EraseError, eraseDues, erasePartition, eraseRows, type Gate } from './erase.ts';
import { WORKSPACE_OWNER } from './hand-over-tasks.ts';
import { readInstallation } from './installs.ts';
import { installKind } from './kinds/install.ts';
import { partitionOf } from './kinds/member.ts';
import { workspaceKind } from './kinds/workspace.ts';
import { commit } from './layer/commit.ts';
import { keyOfItem } from './layer/item.ts';
import { scanPages } from './layer/scan.ts';
import { check, remove } from './layer/write.ts';
import { readMembers } from './members.ts';
import type { Store } from './store.ts';

/**
 * Removes everything that is kept of a workspace, and proves by a scan of the whole table that nothing is left but the errand
 * that does it, which expires. Cut short, it is done anew; an installation that comes meanwhile ends it. Answers how many rows went.
 */
export async function eraseWorkspace(store: Store, workspaceId: string): Promise<number> {
  const gate = gateOf(workspaceId);
  let rows = 0;
  const owners = [
    ...(await readMembers(store, workspaceId)).map(({ memberId }) => memberId),
    WORKSPACE_OWNER,
  ];
  for (const memberId of owners)
    rows += await erasePartition(store, partitionOf({ workspaceId, memberId }), gate);
  rows += await eraseDues(
    store,
    gate,
    (owner) => owner.workspaceId === workspaceId && owner.errand !== 'erase',
  );
  // The row of the installation goes last: it says what is to be done.
  const install = installKind.keyOf({ team: workspaceId });
  rows += await erasePartition(
    store,
    workspaceKind.keyOf({ team: workspaceId }).pk,
    gate,
    ({ sk }) => sk === install.sk,
  );
  rows += await eraseLeft(store, workspaceId, gate, install.sk);
  const installation = await stillRemoved(store, workspaceId);
  if (installation === undefined) return rows;
  const seen = { fields: { v: installation.version } };
  const refusal = await commit(store, [remove(installKind, { team: workspaceId }, seen)]);
  if (refusal !== undefined) throw new EraseError(INSTALLED_AGAIN);
  return rows + 1;
}

const INSTALLED_AGAIN = 'It was installed again.';

/** Open while no installation is in force; also where an earlier try removed its row. */
function gateOf(team: string): Gate {
  return { check: check(installKind, { team }, { fields: { tok: null } }), whenShut: INSTALLED_AGAIN };
}

/** The installation that says what is to be done; absent where an earlier try ended it. One that is in force ends the removal. */
async function stillRemoved(store: Store, workspaceId: string): Promise<Installation | undefined> {
  const installation = await readInstallation(store, workspaceId);
  if (installation?.sealedToken !== undefined) throw new EraseError(INSTALLED_AGAIN);
  return installation;
}

const MOST_PASSES = 3;

/** Scans for what is left, and removes that too; after a few passes it must be nothing. */
async function eraseLeft(store: Store, workspaceId: string, gate: Gate, install: string): Promise<number> {
  let rows = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    let left = 0;
    for await (const items of scanPages(store, 'pk, sk')) {
      const theirs = items.map(keyOfItem).filter(({ pk, sk }) => isOf(workspaceId, pk, sk) && sk !== install);
      await eraseRows(store, theirs, gate);
      left += theirs.length;
    }
    if (left === 0) return rows;
    rows += left;
  }
  throw new EraseError('There was something left each time.');
}

/** True for a row of the workspace, but for the errand that erases it. */
function isOf(workspaceId: string, pk: string, sk: string): boolean {
  const [kind, owner] = pk.split('#');
  if (kind === 'q') {
    const [, team, errand] = sk.split('/');
    return team === workspaceId && errand !== 'erase';
  }
  return owner === workspaceId;
}
