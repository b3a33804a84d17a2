import { webApi } from '@slack/bolt';
import { keepDirectory } from '../../store/kept-directory.ts';
import type { Store } from '../../store/store.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { Effects } from '../effects.ts';
import { createPace } from '../slack/pace.ts';
import { createPoster } from '../slack/poster.ts';
import { createSeal } from '../slack/seal.ts';
import type { TokenSource } from '../slack/tokens.ts';
import { createSlack, WORKER_CLIENT } from '../slack/web.ts';
import type { Worker } from './worker.ts';

export type WorkerSettings = {
  readonly tokens: TokenSource;
  readonly slackApiUrl: string;
  /** What requests have sealed is opened with it. */
  readonly signingSecret: string;
};

/** Ties jobs to a table and to the world, on every way to run. */
export function createWorker(settings: WorkerSettings, store: Store, effects: Effects): Worker {
  const { tokens, slackApiUrl } = settings;
  const { now, fetch, log, enqueue } = effects;
  const pace = createPace({ now, pause: store.pause });
  return {
    store,
    directory: keepDirectory(now),
    post: createPoster({ ...settings, pace }, effects),
    pace,
    async slackIn(workspaceId) {
      const token = await tokens(workspaceId);
      if (token === undefined) return undefined;
      const logger = boltLogger(log);
      const client = new webApi.WebClient(token, { ...WORKER_CLIENT, slackApiUrl, fetch, logger });
      return createSlack(client, effects, WORKER_CLIENT.timeout);
    },
    log,
    now,
    enqueue,
    seal: createSeal(settings.signingSecret, 'job'),
  };
}
