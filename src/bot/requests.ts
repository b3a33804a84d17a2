import type { webApi } from '@slack/bolt';
import * as z from 'zod/mini';
import type { Member } from '../member.ts';
import type { KeptDirectory } from '../store/kept-directory.ts';
import type { KeptWorkspaces } from '../store/kept-workspaces.ts';
import { type Store, withPatience } from '../store/store.ts';
import type { Call } from './call.ts';
import type { Effects } from './effects.ts';
import { patienceLeft } from './patience.ts';
import type { Seal } from './slack/seal.ts';
import { createSlack } from './slack/web.ts';

/** What the bot is made of, the same for every request. */
export type Parts = {
  readonly store: Store;
  readonly effects: Effects;
  readonly seal: Seal;
  /** Closes what a job holds that nobody else may read. */
  readonly jobSeal: Seal;
  readonly directory: KeptDirectory;
  readonly workspaces: KeptWorkspaces;
};

const id = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));

const command = z.object({
  team_id: id,
  user_id: id,
  text: z._default(z.string(), ''),
  trigger_id: z.string().check(z.minLength(1)),
  response_url: z.string().check(z.minLength(1)),
});

/** Whose request it is; an app that is installed for a whole organisation gets no `team`. */
const who = {
  team: z.nullish(z.object({ id })),
  user: z.object({ id, team_id: z.exactOptional(id) }),
};

const press = z.object({
  ...who,
  trigger_id: z.string().check(z.minLength(1)),
  response_url: z.exactOptional(z.string()),
  container: z.object({ message_ts: z.exactOptional(z.string()) }),
  /** Where the button stood in a form or in App Home; `hash` names what that showed. */
  view: z.exactOptional(
    z.object({
      id: z.string().check(z.minLength(1)),
      type: z.enum(['home', 'modal']),
      hash: z.string(),
      title: z.nullish(z.object({ text: z.string() })),
    }),
  ),
  actions: z.tuple([
    z.object({
      action_id: z.string(),
      block_id: z.string(),
      value: z.exactOptional(z.string()),
      /** What was chosen in a menu. */
      selected_option: z.nullish(z.object({ value: z.string() })),
    }),
  ]),
});

const submission = z.object({
  ...who,
  trigger_id: z._default(z.string(), ''),
  view: z.object({
    id: z.string().check(z.minLength(1)),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
});

const search = z.object({ ...who, value: z._default(z.string(), '') });

const ts = z.string().check(z.regex(/^\d{1,12}\.\d{1,9}$/));

const shortcut = z.discriminatedUnion('type', [
  z.object({
    ...who,
    type: z.literal('shortcut'),
    callback_id: z.string(),
    trigger_id: z.string().check(z.minLength(1)),
  }),
  z.object({
    ...who,
    team: z.object({ id, domain: z.string().check(z.regex(/^[\w-]{1,100}$/)) }),
    type: z.literal('message_action'),
    callback_id: z.string(),
    trigger_id: z.string().check(z.minLength(1)),
    response_url: z.string().check(z.minLength(1)),
    channel: z.object({ id }),
    message: z.object({ ts, thread_ts: z.exactOptional(ts), text: z._default(z.string(), '') }),
  }),
]);

const event = z.object({
  team_id: id,
  event_id: z.string().check(z.minLength(1)),
  /** Each kind of event reads the rest of its content itself. */
  event: z.looseObject({ type: z.string(), user: z.exactOptional(id) }),
});

/** Slack's payloads at their edge: each parses to what the bot uses of it, or to `undefined`. */
export const readCommandBody = (body: unknown) => command.safeParse(body).data;
export const readPressBody = (body: unknown) => press.safeParse(body).data;
export const readSubmissionBody = (body: unknown) => submission.safeParse(body).data;
export const readSearchBody = (body: unknown) => search.safeParse(body).data;
export const readShortcutBody = (body: unknown) => shortcut.safeParse(body).data;
export const readEventBody = (body: unknown) => event.safeParse(body).data;

/** The member behind an interaction; `undefined` where Slack names no workspace. */
export function memberOf({ team, user }: Pick<z.output<typeof search>, 'team' | 'user'>): Member | undefined {
  const workspaceId = team?.id ?? user.team_id;
  return workspaceId === undefined ? undefined : { workspaceId, memberId: user.id };
}

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
  return withPatience(store, patienceLeft(effects.now() - signed.parse(context).receivedAt));
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
