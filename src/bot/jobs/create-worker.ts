import { WebClient } from '@slack/web-api';
import { keepDirectory } from '../../store/kept-directory.ts';
import { keepWorkspaces } from '../../store/kept-workspaces.ts';
import type { Store } from '../../store/store.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { Effects } from '../effects.ts';
import { createFiles } from '../slack/files.ts';
import { liveTokens } from '../slack/live-tokens.ts';
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
  const { signingSecret, slackApiUrl } = settings;
  const { now, log, enqueue } = effects;
  const live = liveTokens(settings.tokens, effects.fetch);
  const pace = createPace({ now, pause: store.pause });
  const clientIn = async (workspaceId: string) => {
    const token = await live.tokens(workspaceId);
    if (token === undefined) return undefined;
    const logger = boltLogger(log);
    return new WebClient(token, { ...WORKER_CLIENT, slackApiUrl, fetch: live.fetch, logger });
  };
  const slackIn: Worker['slackIn'] = async (workspaceId) => {
    const client = await clientIn(workspaceId);
    return client && createSlack(client, effects, WORKER_CLIENT.timeout);
  };
  const directory = keepDirectory(now);
  const jobSeal = createSeal(signingSecret, 'job');
  const ofEvery = {
    store,
    directory,
    workspaces: keepWorkspaces(now),
    seal: createSeal(signingSecret),
    jobSeal,
    log,
    enqueue,
  };
  return {
    store,
    directory,
    post: createPoster({ slackApiUrl, pace, tokens: live.tokens }, { fetch: live.fetch, log }),
    pace,
    slackIn,
    async filesIn(workspaceId) {
      const client = await clientIn(workspaceId);
      return client && createFiles(client, { ...effects, pause: store.pause });
    },
    async callFor(member, requestId, at) {
      const slack = await slackIn(member.workspaceId);
      if (slack === undefined) return undefined;
      return { member, requestId, now: at, triggerId: '', slack, ...ofEvery };
    },
    log,
    now,
    enqueue,
    respond: createSlack(
      new WebClient(undefined, { logger: boltLogger(log) }),
      effects,
      WORKER_CLIENT.timeout,
    ).respond,
    seal: jobSeal,
    downloadSeal: createSeal(signingSecret, 'download'),
  };
}
