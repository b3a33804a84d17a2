import type { Fields } from '../block-kit/problem.ts';
import type { Emulator } from './emulator.ts';
import type { Emulators } from './emulators.ts';
import type { Grants } from './grants.ts';
import { type Person, TEAM } from './workspace.ts';

/** What an app asks for when it sends a browser to Slack, as the address says it. */
export type Asked = {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly scope: string;
  readonly state: string;
};

/** Slack's side of an installation: a member allows it, and the app exchanges the code that it gets for a token. */
export type Consents = {
  readonly isInstalled: (teamId: string) => boolean;
  /** Slack's own page of refusal where this app or its address is not known; `undefined` where all is well. */
  readonly check: (asked: Asked) => Promise<string | undefined>;
  /** A member allows what was asked for: where their browser goes on. */
  readonly allow: (person: Person, asked: Asked) => Promise<string>;
  /** Where the browser goes on that allows nothing. */
  readonly cancel: (asked: Asked) => string;
  /** `oauth.v2.access`: each code counts once, in the workspace that it was given in. */
  readonly exchange: (params: Fields) => Promise<Fields>;
};

export function createConsents(emulators: Emulators, grants: Grants): Consents {
  const teamOfCode = new Map<string, string>();

  function emulatorOf(teamId: string): Emulator {
    const emulator = emulators.get(teamId)?.emulator;
    if (emulator === undefined) throw new Error(`There is no workspace ${teamId}.`);
    return emulator;
  }

  return {
    isInstalled: grants.isInstalled,

    async check(asked) {
      // The emulator lets it pass, and then knows no way on.
      if (asked.redirect_uri === '') return 'The app does not say where it is to be gone on to.';
      const page = await fetch(
        `${emulatorOf(TEAM.id).origin}/oauth/v2/authorize?${new URLSearchParams(asked)}`,
      );
      return page.ok ? undefined : page.text();
    },

    async allow(person, asked) {
      const { origin, idOf } = emulatorOf(person.teamId);
      const allowed = await fetch(`${origin}/oauth/v2/authorize/callback`, {
        method: 'POST',
        body: new URLSearchParams({ ...asked, user_id: idOf(person.id) ?? '' }),
        redirect: 'manual',
      });
      const onward = allowed.headers.get('location') ?? '';
      teamOfCode.set(new URL(onward).searchParams.get('code') ?? '', person.teamId);
      return onward;
    },

    cancel({ redirect_uri, state }) {
      const onward = new URL(redirect_uri);
      onward.searchParams.set('error', 'access_denied');
      onward.searchParams.set('state', state);
      return onward.href;
    },

    async exchange(params) {
      const teamId = teamOfCode.get(`${params['code']}`) ?? TEAM.id;
      const answer = await emulatorOf(teamId).call('oauth.v2.access', params);
      const { access_token: token } = answer;
      if (answer['ok'] === true && typeof token === 'string') grants.add({ teamId, token });
      return answer;
    },
  };
}
