import type { Member, Prefs } from '../member.ts';
import type { Home } from '../store/home.ts';
import type { KeptDirectory } from '../store/kept-directory.ts';
import type { KeptWorkspaces } from '../store/kept-workspaces.ts';
import type { Store } from '../store/store.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Effects } from './effects.ts';
import type { Seal } from './slack/seal.ts';
import type { Slack } from './slack/web.ts';

/** One request of a member, with all that answering it may touch. */
export type Call = {
  readonly member: Member;
  /** The same however often Slack or a double click delivers the request; every write is derived from it. */
  readonly requestId: string;
  /** When the request was made: its signed timestamp. */
  readonly now: Instant;
  /** Opens a form, once, within three seconds. */
  readonly triggerId: string;
  /** Where a form that a command opens may add its answer to the conversation; only commands have it. */
  readonly responseUrl?: string;
  /** `https://host` as Slack reached the app; absent where it did not come by HTTP. */
  readonly origin?: string;
  /** The day of the reminder whose place the answer takes; only the form that a reminder opens has it. */
  readonly replacesReminderOf?: LocalDate;
  readonly store: Store;
  /** The workspace's tasks, as this process keeps them; told of every task that is written. */
  readonly directory: KeptDirectory;
  /** What holds for the workspace, as this process keeps it: for showing, where nothing is decided by it. */
  readonly workspaces: KeptWorkspaces;
  readonly slack: Slack;
  readonly seal: Seal;
  /** Closes what a job holds that nobody else may read. */
  readonly jobSeal: Seal;
  readonly log: Effects['log'];
  readonly mark?: Effects['mark'] | undefined;
  /** Hands work to the queue that would take longer than Slack waits. */
  readonly enqueue: Effects['enqueue'];
};

/** A request of somebody whose zone is known: what a command works with. */
export type MemberCall = Call & {
  readonly prefs: Prefs;
  /** True in the request in which the member was met, also when it comes again: its answer welcomes them. */
  readonly isFirst: boolean;
  /** The member's entries since yesterday, timer and tags. */
  readonly home: Home;
  /** The member's own day at `now`. */
  readonly today: LocalDate;
};
