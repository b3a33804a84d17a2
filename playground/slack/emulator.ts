import { createEmulator } from 'emulate';
import { type Fields, isFields, listOf } from '../block-kit/problem.ts';
import { APP, type Team } from './workspace.ts';

/** Slack's Web API of one workspace with state, strict about tokens and scopes. It speaks of members under the playground's own ids. */
export type Emulator = {
  /** Where its pages are. */
  readonly origin: string;
  /** Calls a method with the token that the caller gave; translates ids both ways. */
  readonly call: (method: string, params: Fields, authorization?: string) => Promise<Fields>;
  /** Says that an id of ours means one of the emulator's. */
  readonly pair: (ours: string, theirs: string) => void;
  /** The emulator's id for one of ours; `undefined` where it knows none. */
  readonly idOf: (ours: string) => string | undefined;
  readonly stop: () => Promise<void>;
};

export type EmulatorOptions = {
  readonly scopes: readonly string[];
  /** Tokens that the app has in this workspace already. */
  readonly tokens: readonly string[];
  /** Where it sends whoever allows the app, back to the app. */
  readonly redirectUrl: string;
};

/** The app as Slack knows it, in every workspace. */
export const CREDENTIALS = { clientId: '1.1', clientSecret: 'playground-client-secret' } as const;

/** The stand-in's own, which no app is given. */
const OWN_TOKEN = 'xoxb-playground-stand-in';
const OWNER_TOKEN = 'xoxp-playground-owner';
const OWNER_SCOPES = ['users:read', 'channels:manage', 'chat:write', 'im:write', 'im:read'];

/** What every emulator calls its one workspace and that one's first channel. */
const THEIR_TEAM = 'T000000001';
const THEIR_CHANNEL = 'C000000001';

/** Top-level fields of a call that hold an id; payloads are never rewritten. */
const ID_FIELDS = ['channel', 'channel_id', 'user', 'user_id', 'ts', 'thread_ts', 'message_ts', 'view_id'];

/** Starts the emulator of a workspace on a free port of the loopback interface, with its people and the app's tokens. */
export async function startEmulator(team: Team, options: EmulatorOptions): Promise<Emulator> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(team, options) } });
  const toTheirs = new Map<string, string>();
  const toOurs = new Map<string, string>();

  function pair(ours: string, theirs: string): void {
    toTheirs.set(ours, theirs);
    toOurs.set(theirs, ours);
  }

  /** An id that this emulator has for something else is none of this workspace's. */
  const theirsOf = (id: string) => toTheirs.get(id) ?? (toOurs.has(id) ? `not-${id}` : id);

  async function call(
    method: string,
    params: Fields,
    authorization = `Bearer ${OWN_TOKEN}`,
  ): Promise<Fields> {
    const body = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        ID_FIELDS.includes(name) && typeof value === 'string' ? theirsOf(value) : value,
      ]),
    );
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 404) return { ok: false, error: 'unknown_method' };
    const answer: unknown = await response.json();
    const translated = translate(answer, toOurs);
    return isFields(translated) ? translated : { ok: false, error: 'internal_error' };
  }

  async function introduce(): Promise<void> {
    const owner = `Bearer ${OWNER_TOKEN}`;
    pair(team.id, THEIR_TEAM);
    pair(team.channel.id, THEIR_CHANNEL);
    const { members } = await call('users.list', {}, owner);
    for (const person of team.people) {
      const found = listOf(members).find((member) => isFields(member) && member['name'] === person.name);
      if (isFields(found) && typeof found['id'] === 'string') pair(person.id, found['id']);
      await call('conversations.invite', { channel: team.channel.id, users: toTheirs.get(person.id) }, owner);
      const { channel } = await call('chat.postMessage', { channel: person.id, text: 'Hello' });
      if (typeof channel === 'string') pair(person.directMessageId, channel);
    }
  }

  await introduce();
  return {
    origin: emulator.url,
    call,
    pair,
    idOf: (ours) => toTheirs.get(ours),
    stop: () => emulator.close(),
  };
}

function seed({ name, domain, people }: Team, { scopes, tokens, redirectUrl }: EmulatorOptions) {
  return {
    strict_scopes: true,
    team: { name, domain },
    users: people.map((person) => ({
      name: person.name,
      real_name: person.realName,
      is_admin: person.isAdmin,
    })),
    oauth_apps: [
      {
        client_id: CREDENTIALS.clientId,
        client_secret: CREDENTIALS.clientSecret,
        app_id: APP.id,
        name: APP.name,
        redirect_uris: [redirectUrl],
        scopes: [...scopes],
        bot_id: APP.botId,
        bot_user_id: APP.botUserId,
        bot_name: APP.name.toLowerCase(),
      },
    ],
    tokens: [
      ...[OWN_TOKEN, ...tokens].map((token) => ({
        token,
        type: 'bot' as const,
        user_id: APP.botUserId,
        scopes: [...scopes],
        app_id: APP.id,
        bot_id: APP.botId,
        bot_user_id: APP.botUserId,
      })),
      { token: OWNER_TOKEN, user: 'admin', scopes: OWNER_SCOPES },
    ],
  };
}

function translate(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => translate(item, names));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [name, translate(content, names)]),
  );
}
