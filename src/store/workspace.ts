import { isDeepStrictEqual } from 'node:util';
import { bucketOf, nextDue } from '../schedule.ts';
import { FIRST_WORKSPACE, teamTimetable, type Workspace } from '../workspace.ts';
import { dueWrite } from './due.ts';
import { toWorkspace, workspaceAttributes, workspaceKind } from './kinds/workspace.ts';
import { commit, type Refusal } from './layer/commit.ts';
import { pauseAfter } from './layer/contention.ts';
import { getRow, readRow } from './layer/read.ts';
import { put, type Write } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** What holds for a workspace now, read strongly: whoever decides by a role reads this. */
export async function readWorkspace(store: Store, workspaceId: string): Promise<Workspace> {
  const row = await getRow(store, workspaceKind, { team: workspaceId });
  return row === undefined ? FIRST_WORKSPACE : toWorkspace(row);
}

/** What became of new settings of a workspace. */
export type WorkspaceResult =
  /** `done before`: somebody, or the same request sent again, had written just that. */
  | { readonly kind: 'done' | 'done before'; readonly workspace: Workspace }
  /** Another change came first; `workspace` are the settings in force. Nothing was written. */
  | { readonly kind: 'changed'; readonly workspace: Workspace };

/**
 * Replaces the settings that stand as `seen`, and puts the team digest on the clock where it comes at another time now. The
 * same ones sent again are done.
 */
export async function writeWorkspace(
  store: Store,
  workspaceId: string,
  seen: Workspace,
  next: Omit<Workspace, 'version'>,
): Promise<WorkspaceResult> {
  const workspace = { ...next, version: stampAfter(store, seen.version) };
  const when = seen.version === 0 ? ({ row: 'absent' } as const) : { fields: { v: seen.version } };
  const row = { team: workspaceId, ...workspaceAttributes(workspace) };
  const whole = put(workspaceKind, row, when);
  const due = teamDigestDue(store, workspaceId, next, seen);
  const refusal = await commitBoth(store, whole, due);
  if (refusal === undefined) return { kind: 'done', workspace };
  const found = refusal.rows.get(0);
  const current = found && readRow(store, workspaceKind, found);
  const inForce = current === undefined ? FIRST_WORKSPACE : toWorkspace(current);
  // The answer to an earlier try of this very write was lost.
  if (inForce.version === workspace.version) return { kind: 'done', workspace };
  return { kind: isSame(inForce, workspace) ? 'done before' : 'changed', workspace: inForce };
}

/** A row of the clockwork that is there already is no reason against the settings. */
async function commitBoth(store: Store, whole: Write, due: Write | undefined): Promise<Refusal | undefined> {
  if (due === undefined) return commit(store, [whole]);
  const refusal = await commit(store, [whole, due]);
  return refusal === undefined || refusal.rows.has(0) ? refusal : commit(store, [whole]);
}

function teamDigestDue(
  store: Store,
  workspaceId: string,
  { digest }: Pick<Workspace, 'digest'>,
  seen?: Pick<Workspace, 'digest'>,
): Write | undefined {
  const now = store.now();
  const due = digest && nextDue('digest', teamTimetable(digest), now);
  const before = seen?.digest && nextDue('digest', teamTimetable(seen.digest), now);
  if (due === undefined || due === before) return undefined;
  return dueWrite(store, { bucket: bucketOf(due), errand: 'team digest', workspaceId });
}

/**
 * Puts the team digest on the clock where it is missing there: for whoever turns it on that was on already and never came,
 * as after a very long outage.
 */
export async function ensureTeamDigest(
  store: Store,
  workspaceId: string,
  workspace: Pick<Workspace, 'digest'>,
): Promise<void> {
  const due = teamDigestDue(store, workspaceId, workspace);
  if (due !== undefined) await commit(store, [due]);
}

const MOST_TRIES = 10;

/**
 * Changes what holds for a workspace, whoever else is at it: `change` is asked again of what stands then. Answers what
 * holds afterwards.
 */
export async function changeWorkspace(
  store: Store,
  workspaceId: string,
  change: (current: Workspace) => Omit<Workspace, 'version'>,
): Promise<WorkspaceResult> {
  let seen = await readWorkspace(store, workspaceId);
  for (let tries = 1; ; tries += 1) {
    const next = change(seen);
    if (isSame(next, seen)) return { kind: 'done before', workspace: seen };
    const result = await writeWorkspace(store, workspaceId, seen, next);
    if (result.kind !== 'changed' || tries === MOST_TRIES) return result;
    seen = result.workspace;
    await pauseAfter(store, tries);
  }
}

function isSame(one: Omit<Workspace, 'version'>, other: Omit<Workspace, 'version'>): boolean {
  return isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 });
}
