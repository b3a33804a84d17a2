import type { webApi } from '@slack/bolt';
import * as z from 'zod/mini';
import type { KeptDirectory } from '../store/kept-directory.ts';
import type { KeptWorkspaces } from '../store/kept-workspaces.ts';
import { type Store, withPatience } from '../store/store.ts';
import type { Call } from './call.ts';
import type { Effects } from './effects.ts';
import { patienceLeft } from './patience.ts';
import type { Seal } from './slack/seal.ts';
import type { TokenSource } from './slack/tokens.ts';
import { createSlack } from './slack/web.ts';

/** What the bot is made of, the same for every request. */
export type Parts = {
  readonly store: Store;
  readonly effects: Effects;
  /** The bot's tokens, kept for a while: whoever learns that one has ended says so. */
  readonly tokens: TokenSource;
  readonly seal: Seal;
  /** Closes what a job holds that nobody else may read. */
  readonly jobSeal: Seal;
  readonly directory: KeptDirectory;
  readonly workspaces: KeptWorkspaces;
};

/** An id of Slack's. */
export const id = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));

const command = z.object({
  team_id: id,
  user_id: id,
  text: z._default(z.string(), ''),
  trigger_id: z.string().check(z.minLength(1)),
  response_url: z.string().check(z.minLength(1)),
});

/** A command's payload at its edge: what the bot uses of it, or `undefined`; the other payloads are read in `payloads.ts`. */
export const readCommandBody = (body: unknown) => command.safeParse(body).data;

const signed = z.object({
  requestedAt: z.number(),
  receivedAt: z.number(),
  origin: z.optional(z.string()),
});

/** Where Slack reached the app, put into Bolt's context by the receiver; absent where it did not come by HTTP. */
export function originIn(context: unknown): { readonly origin?: string } {
  const { origin } = signed.parse(context);
  return origin === undefined ? {} : { origin };
}

/** The signed time of a request, put into Bolt's context by the receiver. */
export const requestedAtOf = (context: unknown): number => signed.parse(context).requestedAt;

/** The store for one request alone, which waits as long as is left to it. */
export function storeFor({ store, effects }: Pick<Parts, 'store' | 'effects'>, context: unknown): Store {
  const left = patienceLeft(effects.now() - signed.parse(context).receivedAt);
  const { signalAfter = (milliseconds) => AbortSignal.timeout(milliseconds) } = effects;
  return withPatience(store, signalAfter(left));
}

type CallIds = Pick<Call, 'member' | 'requestId' | 'triggerId' | 'responseUrl' | 'origin'>;

/** Binds one request to everything that answering it may touch. */
export function createCall(
  parts: Parts,
  ids: CallIds,
  { client, context }: { readonly client: webApi.WebClient; readonly context: unknown },
): Call {
  const { effects, seal, jobSeal, directory, workspaces } = parts;
  return {
    ...ids,
    now: requestedAtOf(context),
    store: storeFor(parts, context),
    seal,
    jobSeal,
    directory,
    workspaces,
    slack: createSlack(client, effects),
    log: effects.log,
    mark: effects.mark,
    enqueue: effects.enqueue,
  };
}
