import { createEmulator } from 'emulate';
import { type Fields, isFields, listOf } from '../block-kit/problem.ts';
import { APP, GENERAL, PEOPLE, TEAM } from './workspace.ts';

/** Slack's Web API with state, strict about tokens and scopes. It speaks of members under the playground's own ids. */
export type Emulator = {
  /** Ends in a slash, as `SLACK_API_URL` does. */
  readonly apiUrl: string;
  readonly botToken: string;
  /** Calls a method with the token that the caller gave; translates ids both ways. */
  readonly call: (method: string, params: Fields, authorization?: string) => Promise<Fields>;
  /** Says that an id of ours means one of the emulator's. */
  readonly pair: (ours: string, theirs: string) => void;
  readonly knows: (ours: string) => boolean;
  readonly stop: () => Promise<void>;
};

export const BOT_TOKEN = 'xoxb-playground';
const OWNER_TOKEN = 'xoxp-playground-owner';
const OWNER_SCOPES = ['users:read', 'channels:manage', 'chat:write', 'im:write', 'im:read'];

/** Top-level fields of a call that hold an id; payloads are never rewritten. */
const ID_FIELDS = ['channel', 'channel_id', 'user', 'user_id', 'ts', 'thread_ts', 'message_ts', 'view_id'];

/** Starts the emulator on a free port of the loopback interface, with the workspace's people and the app installed. */
export async function startEmulator(scopes: readonly string[]): Promise<Emulator> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(scopes) } });
  const apiUrl = `${emulator.url}/api/`;
  const toTheirs = new Map<string, string>();
  const toOurs = new Map<string, string>();

  function pair(ours: string, theirs: string): void {
    toTheirs.set(ours, theirs);
    toOurs.set(theirs, ours);
  }

  async function call(
    method: string,
    params: Fields,
    authorization = `Bearer ${BOT_TOKEN}`,
  ): Promise<Fields> {
    const body = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        ID_FIELDS.includes(name) && typeof value === 'string' ? (toTheirs.get(value) ?? value) : value,
      ]),
    );
    const response = await fetch(`${apiUrl}${method}`, {
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
    const { members } = await call('users.list', {}, owner);
    for (const person of PEOPLE) {
      const found = listOf(members).find((member) => isFields(member) && member['name'] === person.name);
      if (isFields(found) && typeof found['id'] === 'string') pair(person.id, found['id']);
      await call('conversations.invite', { channel: GENERAL.id, users: toTheirs.get(person.id) }, owner);
      const { channel } = await call('chat.postMessage', { channel: person.id, text: 'Hello' });
      if (typeof channel === 'string') pair(person.directMessageId, channel);
    }
  }

  await introduce();
  return {
    apiUrl,
    botToken: BOT_TOKEN,
    call,
    pair,
    knows: (ours) => toTheirs.has(ours),
    stop: () => emulator.close(),
  };
}

function seed(scopes: readonly string[]) {
  return {
    strict_scopes: true,
    team: { name: TEAM.name, domain: TEAM.domain },
    users: PEOPLE.map(({ name, realName, isAdmin }) => ({ name, real_name: realName, is_admin: isAdmin })),
    oauth_apps: [
      {
        client_id: '1.1',
        client_secret: 'unused',
        app_id: APP.id,
        name: APP.name,
        redirect_uris: [],
        scopes: [...scopes],
        bot_id: APP.botId,
        bot_user_id: APP.botUserId,
        bot_name: APP.name.toLowerCase(),
      },
    ],
    tokens: [
      {
        token: BOT_TOKEN,
        type: 'bot',
        user_id: APP.botUserId,
        scopes: [...scopes],
        app_id: APP.id,
        bot_id: APP.botId,
        bot_user_id: APP.botUserId,
      },
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
