import { WebClient } from '@slack/web-api';
import { isKeptAfterRemoval } from '../../installation.ts';
import { claimInstall } from '../../store/claim-install.ts';
import { keepInstallation, readInstallation } from '../../store/installs.ts';
import type { Store } from '../../store/store.ts';
import { boltLogger } from '../bolt-logger.ts';
import { describeError } from '../describe-error.ts';
import type { Effects } from '../effects.ts';
import type { UrlResult } from '../guard.ts';
import { installedWelcome, welcomeBack } from '../messages/welcome.ts';
import type { OwnReply } from '../slack/blocks.ts';
import { createSeal } from '../slack/seal.ts';
import { createSlack, WORKER_CLIENT } from '../slack/web.ts';
import type { ManyWorkspaces } from './installs.ts';
import { createOAuth, type Granted } from './oauth.ts';
import { page } from './pages.ts';
import {
  CODE_REFUSED,
  failureOf,
  NO_ANSWER,
  NOT_A_WORKSPACE,
  NOT_ALLOWED,
  NOT_FROM_HERE,
  type Refusal,
  USED,
} from './refusals.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from './scopes.ts';
import { newState, readState, STATE_MS } from './state.ts';
import { createVault } from './vault.ts';

/** Where a browser begins, and where Slack sends it back. */
export const INSTALL_PATH = '/install';
export const CALLBACK_PATH = '/install/callback';

/** A browser's request for a page. */
export type PageRequest = {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** As the browser sent them: `name=value`. */
  readonly cookies: readonly string[];
  /** True where the browser is on this very machine, without TLS: it would keep no cookie that asks for it. */
  readonly isLocal?: boolean;
};

/** Answers the pages of an installation; it never rejects. */
export type Installer = (request: PageRequest) => Promise<UrlResult>;

export type InstallerSettings = {
  readonly signingSecret: string;
  readonly slackApiUrl: string;
  readonly installs: ManyWorkspaces;
};

const WELCOME_MS = 2000;

/** Each button has a cookie of its own, so that two of them in one browser do not get into each other's way. */
const COOKIE = 'stint_install_';
const NAMED_BY = 6;

function noncesIn(cookies: readonly string[]): readonly string[] {
  return cookies.flatMap((each) => (each.startsWith(COOKIE) ? [each.slice(each.indexOf('=') + 1)] : []));
}

/** Puts the app into workspaces: a page with a button, Slack's consent, and the way back (docs/decisions/0026-installs.md). */
export function createInstaller(
  { signingSecret, slackApiUrl, installs }: InstallerSettings,
  store: Store,
  effects: Pick<Effects, 'fetch' | 'now' | 'log'>,
): Installer {
  const { now, log } = effects;
  const seal = createSeal(signingSecret, 'install');
  const vault = createVault(installs.tokenKeys);
  const oauth = createOAuth(installs, slackApiUrl, effects);

  function begin({ isLocal = false }: PageRequest): UrlResult {
    const { state, nonce } = newState(seal, now());
    const wanted = new URLSearchParams({
      client_id: installs.clientId,
      scope: [...BOT_SCOPES, ...OPTIONAL_SCOPES].join(','),
      state,
      ...(installs.redirectUrl === undefined ? {} : { redirect_uri: installs.redirectUrl }),
    });
    const secure = isLocal ? '' : ' Secure;';
    return page({
      status: 200,
      title: 'Add Stint to your Slack workspace',
      lines: [
        'Your team logs time in one line: `/track 45m #writing task-12`. Notes are seen by nobody but who wrote them.',
        'Others see how long a task took in all. Who spent how much is for the leads that your admins name, and for a channel only where each member agrees.',
        'Slack asks you to allow it next. You can remove it again at any time.',
      ],
      link: { text: 'Add to Slack', url: `${new URL('/oauth/v2/authorize', slackApiUrl)}?${wanted}` },
      cookie: `${COOKIE}${nonce.slice(0, NAMED_BY)}=${nonce}; Path=${INSTALL_PATH}; Max-Age=${STATE_MS / 1000}; HttpOnly;${secure} SameSite=Lax`,
    });
  }

  async function end({ query, cookies }: PageRequest): Promise<UrlResult> {
    const given = new URLSearchParams(query);
    const nonce = readState(seal, given.get('state') ?? '', noncesIn(cookies), now());
    if (nonce === undefined) return refused('state', NOT_FROM_HERE);
    if (given.get('error') !== null) return refused('denied', NOT_ALLOWED);
    if (!(await claimInstall(store, nonce))) return refused('used', USED);
    const granted = await oauth.exchange(given.get('code') ?? '', installs.redirectUrl);
    if ('kind' in granted) {
      const answers = { refused: CODE_REFUSED, unusable: NOT_A_WORKSPACE, 'no answer': NO_ANSWER };
      return refused(granted.problem, answers[granted.kind]);
    }
    const before = await readInstallation(store, granted.workspaceId);
    await keep(granted);
    log({ level: 'info', event: 'app installed', workspace: granted.workspaceId });
    await welcome(granted, isKeptAfterRemoval(before, now()) ? welcomeBack() : installedWelcome());
    return page({
      status: 200,
      title: `Stint is in ${granted.workspaceName}`,
      lines: [
        'Type `/track 45m #writing` in any conversation to log your first entry, or `/track help` to see what else there is.',
        'Invite your team: everybody in the workspace can use it right away.',
      ],
      link: {
        text: 'Open Slack',
        url: `${new URL('/app_redirect', slackApiUrl)}?${new URLSearchParams({ app: granted.appId, team: granted.workspaceId })}`,
      },
    });
  }

  async function keep({
    token,
    rotation,
    workspaceId,
    workspaceName: _,
    ...granted
  }: Granted): Promise<void> {
    await keepInstallation(store, {
      ...granted,
      workspaceId,
      sealedToken: vault.close(token, workspaceId),
      ...(rotation === undefined
        ? {}
        : {
            rotation: {
              sealedRefresh: vault.close(rotation.refreshToken, workspaceId),
              expiresAt: rotation.expiresAt,
            },
          }),
      installedAt: now(),
    });
  }

  /** A kindness, for which the page does not wait long: where it fails, the app is installed all the same. */
  async function welcome({ installedBy, token }: Granted, words: OwnReply): Promise<void> {
    const logger = boltLogger(log);
    const client = new WebClient(token, {
      ...WORKER_CLIENT,
      timeout: WELCOME_MS,
      slackApiUrl,
      fetch: effects.fetch,
      logger,
    });
    await createSlack(client, effects).tell({ channel: installedBy }, words);
  }

  function refused(reason: string, refusal: Refusal): UrlResult {
    log({ level: 'warn', event: 'installation refused', reason });
    return startAgain(refusal);
  }

  function startAgain([status, title, ...lines]: Refusal): UrlResult {
    return page({ status, title, lines, link: { text: 'Start again', url: INSTALL_PATH } });
  }

  async function answer(request: PageRequest): Promise<UrlResult> {
    if (request.method !== 'GET') return { statusCode: 405, headers: { allow: 'GET' }, body: '' };
    if (request.path === INSTALL_PATH) return begin(request);
    if (request.path === CALLBACK_PATH)
      return end(request).catch((error: unknown) => {
        log({ level: 'error', event: 'installation failed', ...describeError(error) });
        return startAgain(failureOf(error));
      });
    return { statusCode: 404, body: 'Installations begin at /install' };
  }

  return async (request) => {
    const started = now();
    const result = await answer(request);
    const { statusCode: status } = result;
    // Neither what came back from Slack nor a path that somebody made up.
    const line = { command: 'install', status, milliseconds: now() - started };
    log({ level: 'info', event: 'request', outcome: status < 400 ? 'ok' : 'refused', ...line });
    return result;
  };
}
