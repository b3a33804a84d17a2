import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Effects } from '../effects.ts';
import type { Clockwork } from '../schedule/clockwork.ts';
import type { Files } from '../slack/files.ts';
import type { Seal } from '../slack/seal.ts';
import type { Slack } from '../slack/web.ts';

/** What work outside of a request works with. */
export type Worker = Clockwork & {
  readonly directory: KeptDirectory;
  /** The files of a workspace at Slack; `undefined` where the app is not installed. */
  readonly filesIn: (workspaceId: string) => Promise<Files | undefined>;
  readonly enqueue: Effects['enqueue'];
  /** Answers at a response URL, for which no token is needed. */
  readonly respond: Slack['respond'];
  /** Opens what a job holds that nobody else may read. */
  readonly seal: Seal;
  /** Closes what a link to a file holds. */
  readonly downloadSeal: Seal;
};
