import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Effects } from '../effects.ts';
import type { Clockwork } from '../schedule/clockwork.ts';
import type { Seal } from '../slack/seal.ts';

/** What work outside of a request works with. */
export type Worker = Clockwork & {
  readonly directory: KeptDirectory;
  readonly enqueue: Effects['enqueue'];
  /** Opens what a job holds that nobody else may read. */
  readonly seal: Seal;
};
