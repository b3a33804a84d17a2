import type { Member } from '../member.ts';
import type { TaskNumber, TaskSummary } from '../task.ts';
import { type ListedTask, settleParents } from '../task-parents.ts';
import type { Instant } from '../time.ts';
import { type Directory, type Listing, listOwnTasks, listTasks } from './directory.ts';
import type { Store } from './store.ts';

/** A workspace's tasks, kept for a while by this process, so that a key pressed in a search does not read them all. */
export type KeptDirectory = {
  /**
   * The tasks of the member's workspace, at most {@link KEPT_MS} old. The newest of the member's own are as they stand
   * now. What this process wrote is there at once, and gives way to what others wrote since within twenty seconds.
   */
  readonly read: (store: Store, member: Member) => Promise<Directory>;
  /** Tells of a task as it was just written, before the index knows it. */
  readonly note: (workspaceId: string, task: TaskSummary, deleted?: boolean) => void;
};

/** How old the tasks that others changed may be, in milliseconds. */
export const KEPT_MS = 30_000;

/** How long the index may take to follow a write, in milliseconds. */
const LAG_MS = 10_000;

/** How many of the member's own newest tasks are looked at each time. */
const OWN_NEWEST = 20;

type Kept = { readonly at: Instant; readonly listing: Promise<Listing> };
type Noted = { readonly at: Instant; readonly task: ListedTask };

/** A directory that is empty at first; `now` is the clock of this process. */
export function keepDirectory(now: () => Instant): KeptDirectory {
  const kept = new Map<string, Kept>();
  const notes = new Map<string, Map<TaskNumber, Noted>>();

  function listingFor(store: Store, workspaceId: string): Kept {
    const found = kept.get(workspaceId);
    if (found !== undefined && now() - found.at < KEPT_MS && !isOvertaken(workspaceId, found)) return found;
    for (const [other, { at }] of kept) if (now() - at >= KEPT_MS) kept.delete(other);
    const fresh = { at: now(), listing: listTasks(store, workspaceId) };
    kept.set(workspaceId, fresh);
    fresh.listing.catch(() => forget(workspaceId, fresh));
    return fresh;
  }

  /** A read that failed is not kept: the next one tries again. */
  function forget(workspaceId: string, failed: Kept): void {
    if (kept.get(workspaceId) === failed) kept.delete(workspaceId);
  }

  /** True when notes have had their time: what others wrote over them since is in a new listing alone. */
  function isOvertaken(workspaceId: string, { at: listedAt }: Kept): boolean {
    const noted = notes.get(workspaceId)?.values() ?? [];
    return now() - listedAt >= LAG_MS && [...noted].some(({ at }) => at + LAG_MS <= now());
  }

  /** What was written so lately that a listing of that moment may not have it. */
  function notesSince(workspaceId: string, listedAt: Instant): readonly ListedTask[] {
    dropNotes(workspaceId, listedAt - LAG_MS);
    return [...(notes.get(workspaceId)?.values() ?? [])].map(({ task }) => task);
  }

  function dropNotes(workspaceId: string, until: Instant): void {
    const noted = notes.get(workspaceId);
    for (const [number, { at }] of noted ?? []) if (at <= until) noted?.delete(number);
    if (noted?.size === 0) notes.delete(workspaceId);
  }

  return {
    async read(store, member) {
      const { workspaceId } = member;
      const found = listingFor(store, workspaceId);
      const reads = Promise.all([found.listing, listOwnTasks(store, member, OWN_NEWEST)]);
      const [{ listed, unreadable }, own] = await reads.catch((error: unknown) => {
        forget(workspaceId, found);
        throw error;
      });
      const noted = notesSince(workspaceId, found.at);
      // Of one number the last counts, so what is surest comes last.
      return { ...settleParents([...listed, ...noted, ...own.listed]), unreadable };
    },
    note(workspaceId, task, deleted = false) {
      // By then no listing is kept that might be without them: also of workspaces that nobody asks for again.
      for (const other of notes.keys()) dropNotes(other, now() - KEPT_MS - LAG_MS);
      const noted = notes.get(workspaceId) ?? new Map<TaskNumber, Noted>();
      notes.set(workspaceId, noted.set(task.number, { at: now(), task: { task, deleted } }));
    },
  };
}
