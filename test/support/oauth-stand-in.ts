/** Slack's `oauth.v2.access` as its documentation says it answers, with what the emulator lacks: rotation, and each code and refresh token once. */
export type OAuthStandIn = {
  readonly fetch: typeof fetch;
  /** What the app sent, newest last. */
  readonly asked: Readonly<Record<string, string>>[];
  /** Messages that were posted, with the token that they were posted with. */
  readonly posted: Posted[];
  /** A code that Slack gives after consent, for a workspace. */
  readonly consent: (workspaceId: string) => string;
  /** From now on tokens end after half a day and come with a refresh token. */
  readonly rotate: () => void;
  /** What happens to the next exchange: its answer gets lost, or Slack answers otherwise. */
  readonly next: (fate: 'lost' | Readonly<Record<string, unknown>>) => void;
  /** Slack takes its time for the next exchange: until what this gives back is called. */
  readonly holdNext: () => () => void;
};

type Posted = { readonly token: string; readonly channel: string; readonly text: string };

export const OAUTH_API = 'http://127.0.0.1:1/api/';

export function oauthStandIn(): OAuthStandIn {
  const asked: Readonly<Record<string, string>>[] = [];
  const posted: Posted[] = [];
  const codes = new Map<string, string>();
  const refreshTokens = new Map<string, string>();
  let [count, rotates] = [0, false];
  let fate: 'lost' | Readonly<Record<string, unknown>> | undefined;
  let held: Promise<void> | undefined;

  function tokensFor(workspaceId: string) {
    count += 1;
    const access_token = `xoxe.xoxb-test-${workspaceId}-${count}`;
    if (!rotates) return { access_token };
    const refresh_token = `xoxe-1-test-${workspaceId}-${count}`;
    refreshTokens.set(refresh_token, workspaceId);
    return { access_token, refresh_token, expires_in: 43_200 };
  }

  function access(form: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    asked.push(form);
    const known = form['grant_type'] === 'refresh_token' ? refreshTokens : codes;
    const key = form['refresh_token'] ?? form['code'] ?? '';
    const workspaceId = known.get(key);
    if (form['client_secret'] !== 'app-secret' || workspaceId === undefined)
      return { ok: false, error: known === codes ? 'invalid_code' : 'invalid_refresh_token' };
    known.delete(key);
    return {
      ok: true,
      token_type: 'bot',
      scope: 'commands,chat:write',
      bot_user_id: 'U0BOT',
      app_id: 'A0APP',
      team: { id: workspaceId, name: `The <${workspaceId}> team` },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'U0ADMIN' },
      ...tokensFor(workspaceId),
    };
  }

  return {
    asked,
    posted,
    rotate() {
      rotates = true;
    },
    next(wanted) {
      fate = wanted;
    },
    holdNext() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    consent(workspaceId) {
      const code = `code-${codes.size}-${workspaceId}`;
      codes.set(code, workspaceId);
      return code;
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      const form = Object.fromEntries(new URLSearchParams(await request.text()));
      if (request.url.endsWith('chat.postMessage')) {
        const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? '';
        posted.push({ token, channel: form['channel'] ?? '', text: form['text'] ?? '' });
        return Response.json({ ok: true, ts: '1.1' });
      }
      if (!request.url.endsWith('oauth.v2.access')) throw new TypeError(`unexpected ${request.url}`);
      const [now, answer, until] = [fate, access(form), held];
      fate = undefined;
      held = undefined;
      await until;
      if (now === 'lost') throw new TypeError('the answer was lost');
      return Response.json(now === undefined ? answer : { ...answer, ...now });
    },
  };
}
