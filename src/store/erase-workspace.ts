import type { Installation } from '../installation.ts';
import { EraseError, eraseDues, erasePartition, eraseRows, type Gate } from './erase.ts';
import { EraseLaterError, type ErasePace } from './erase-pace.ts';
import { WORKSPACE_OWNER } from './hand-over-tasks.ts';
import { readInstallation } from './installs.ts';
import { type DueKey, type ErasePlace, keyOfDue } from './kinds/due.ts';
import { installKind } from './kinds/install.ts';
import { memberKind, ownerOf, partitionOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { type ItemKey, keyOfItem } from './layer/item.ts';
import { scanFrom } from './layer/scan.ts';
import { check, remove } from './layer/write.ts';
import { readMembers } from './members.ts';
import type { Store } from './store.ts';

/** Where a removal begins. */
export const ERASE_START: ErasePlace = { walk: 0, found: 0 };

/** One step of a removal; without a pace it has all the time it needs. */
export type EraseStep = {
  readonly pace?: ErasePace;
  /** Where it goes on; absent at the first one. */
  readonly place?: ErasePlace;
  /** The errand at whose behest it is done, which ends by itself. */
  readonly errand?: DueKey;
};

/** What became of one step of the removal of a workspace. */
export type ErasedWorkspace =
  | { readonly kind: 'erased' }
  /** The step had its time; the next one goes on from `place`. */
  | { readonly kind: 'later'; readonly place: ErasePlace }
  /** Each walk over the table found something again: it has to begin anew. */
  | { readonly kind: 'restless' };

/**
 * Removes everything that is kept of a workspace, and proves by a walk over the whole table that nothing is left but the errand
 * that does it. Cut short, it is done anew or goes on from where it was; an installation that comes meanwhile ends it.
 */
export async function eraseWorkspace(
  store: Store,
  workspaceId: string,
  { pace, place = ERASE_START, errand }: EraseStep = {},
): Promise<ErasedWorkspace> {
  const gate = { ...gateOf(workspaceId), pace };
  const stay = [
    installKind.keyOf({ team: workspaceId }),
    ...(errand === undefined ? [] : [keyOfDue(errand)]),
  ];
  const stays = (key: ItemKey) => stay.some(({ pk, sk }) => key.pk === pk && key.sk === sk);
  try {
    if (place.walk === 0) await eraseKnown(store, workspaceId, gate, stays);
  } catch (error) {
    if (!(error instanceof EraseLaterError)) throw error;
    return { kind: 'later', place: ERASE_START };
  }
  const isLeft = (key: ItemKey) => isOf(workspaceId, key) && !stays(key);
  const walked = await walkTable(store, isLeft, gate, place.walk === 0 ? { walk: 1, found: 0 } : place);
  if (walked.kind !== 'erased') return walked;
  const installation = await stillRemoved(store, workspaceId);
  if (installation === undefined) return walked;
  const seen = { fields: { v: installation.version } };
  const refusal = await commit(store, [remove(installKind, { team: workspaceId }, seen)]);
  if (refusal !== undefined) throw new EraseError(INSTALLED_AGAIN);
  return walked;
}

/** Removes what lies where it is known to: member by member, each with the row that lists them, so that no step begins at the first one. */
async function eraseKnown(
  store: Store,
  workspaceId: string,
  gate: Gate,
  stays: (key: ItemKey) => boolean,
): Promise<void> {
  const members = (await readMembers(store, workspaceId)).map(({ memberId }) => memberId);
  for (const memberId of [...members, WORKSPACE_OWNER]) {
    const owner = { workspaceId, memberId };
    await erasePartition(store, partitionOf(owner), gate);
    if (memberId !== WORKSPACE_OWNER) await eraseRows(store, [memberKind.keyOf(ownerOf(owner))], gate);
  }
  await eraseDues(store, gate, (owner, key) => owner.workspaceId === workspaceId && !stays(key));
  // The row of the installation goes last: it says what is to be done.
  await erasePartition(store, installKind.keyOf({ team: workspaceId }).pk, gate, stays);
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

const MOST_WALKS = 3;

/** Walks over the table and removes what is left, again and again until a walk finds nothing. */
async function walkTable(
  store: Store,
  isLeft: (key: ItemKey) => boolean,
  gate: Gate,
  place: ErasePlace,
): Promise<ErasedWorkspace> {
  let [{ walk, found }, from] = [place, place.from];
  try {
    for (; walk <= MOST_WALKS; [walk, found, from] = [walk + 1, 0, undefined]) {
      for await (const { items, next } of scanFrom(store, 'pk, sk', from)) {
        const theirs = items.map(keyOfItem).filter(isLeft);
        found += theirs.length;
        await eraseRows(store, theirs, gate);
        from = next;
        if (next !== undefined) await gate.pace?.afterPage();
      }
      if (found === 0) return { kind: 'erased' };
    }
  } catch (error) {
    if (!(error instanceof EraseLaterError)) throw error;
    return { kind: 'later', place: { walk, found, ...(from === undefined ? {} : { from }) } };
  }
  return { kind: 'restless' };
}

/** True for a row of the workspace. */
function isOf(workspaceId: string, { pk, sk }: ItemKey): boolean {
  const [kind, owner] = pk.split('#');
  return (kind === 'q' ? sk.split('/')[1] : owner) === workspaceId;
}
