import type { Instant } from '../time.ts';
import type { Workspace } from '../workspace.ts';
import type { Store } from './store.ts';
import { readWorkspace } from './workspace.ts';

/** Settings of workspaces, kept for a while by this process. For showing alone: a role is decided by {@link readWorkspace}. */
export type KeptWorkspaces = {
  /** What held for the workspace at most {@link WORKSPACE_KEPT_MS} ago. */
  readonly read: (store: Store, workspaceId: string) => Promise<Workspace>;
  /** Tells of settings as they were just written or read. */
  readonly note: (workspaceId: string, workspace: Workspace) => void;
};

/** How old the settings of a workspace may be where they decide nothing, in milliseconds. */
export const WORKSPACE_KEPT_MS = 60_000;

type Kept = { readonly at: Instant; readonly workspace: Promise<Workspace> };

/** Keeps nothing at first; `now` is the clock of this process. */
export function keepWorkspaces(now: () => Instant): KeptWorkspaces {
  const kept = new Map<string, Kept>();

  function keep(workspaceId: string, workspace: Promise<Workspace>): Promise<Workspace> {
    for (const [other, { at }] of kept) if (now() - at >= WORKSPACE_KEPT_MS) kept.delete(other);
    const fresh = { at: now(), workspace };
    kept.set(workspaceId, fresh);
    // A read that failed is not kept: the next one tries again.
    workspace.catch(() => {
      if (kept.get(workspaceId) === fresh) kept.delete(workspaceId);
    });
    return workspace;
  }

  return {
    read(store, workspaceId) {
      const found = kept.get(workspaceId);
      if (found !== undefined && now() - found.at < WORKSPACE_KEPT_MS) return found.workspace;
      return keep(workspaceId, readWorkspace(store, workspaceId));
    },
    note(workspaceId, workspace) {
      void keep(workspaceId, Promise.resolve(workspace));
    },
  };
}
