import * as z from 'zod/mini';
import type { Member } from '../member.ts';
import { id } from './requests.ts';

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
