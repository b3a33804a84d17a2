import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Effects } from '../effects.ts';
import type { Clockwork } from '../schedule/clockwork.ts';
import type { Seal } from '../slack/seal.ts';
import type { Slack } from '../slack/web.ts';

/** What work outside of a request works with. */
export type Worker = Clockwork & {
  readonly directory: KeptDirectory;
  /** Slack as a workspace's bot reaches it, with a worker's patience; `undefined` where the app is not installed. */
  readonly slackIn: (workspaceId: string) => Promise<Slack | undefined>;
  readonly enqueue: Effects['enqueue'];
  /** Opens what a job holds that nobody else may read. */
  readonly seal: Seal;
};
