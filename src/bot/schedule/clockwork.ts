import type { Member } from '../../member.ts';
import type { Store } from '../../store/store.ts';
import type { Instant } from '../../time.ts';
import type { Call } from '../call.ts';
import type { Effects } from '../effects.ts';
import type { Pace } from '../slack/pace.ts';
import type { Poster } from '../slack/poster.ts';
import type { Slack } from '../slack/web.ts';

/** What the clockwork works with. */
export type Clockwork = {
  readonly store: Store;
  readonly post: Poster;
  /** What `post` keeps to. */
  readonly pace: Pace;
  /** What answers a member's request outside of one; `undefined` where the app is not installed in their workspace. */
  readonly callFor: (member: Member, requestId: string, now: Instant) => Promise<Call | undefined>;
  /** Slack as a workspace's bot reaches it, with a worker's patience; `undefined` where the app is not installed. */
  readonly slackIn: (workspaceId: string) => Promise<Slack | undefined>;
  readonly log: Effects['log'];
  /** The clock of leases: as it is at each step, since a run takes its time. */
  readonly now: Effects['now'];
  /** The moment by which all is to be done, and for which it is told, where that is another one than now: for a run by hand. */
  readonly asOf?: Instant;
};
