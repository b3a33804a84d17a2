import { App, AwsLambdaReceiver } from '@slack/bolt';
import { keepDirectory } from '../store/kept-directory.ts';
import { keepWorkspaces } from '../store/kept-workspaces.ts';
import type { Store } from '../store/store.ts';
import type { Instant } from '../time.ts';
import { authorize } from './authorize.ts';
import { boltLogger } from './bolt-logger.ts';
import { catchErrors } from './catch-errors.ts';
import { registerCommands } from './commands/index.ts';
import { describeError } from './describe-error.ts';
import type { Effects } from './effects.ts';
import { isDownload } from './export/is-download.ts';
import { inspect, type SignedRequest, type UrlEvent, type UrlResult } from './guard.ts';
import { nameRequest } from './name-request.ts';
import { registerLate } from './register-late.ts';
import { liveTokens } from './slack/live-tokens.ts';
import { createSeal } from './slack/seal.ts';
import type { TokenSource } from './slack/tokens.ts';
import { HOT_PATH_CLIENT } from './slack/web.ts';

export type BotSettings = {
  readonly signingSecret: string;
  /** The bot's token in each workspace. */
  readonly tokens: TokenSource;
  /** Slack's Web API, with a slash at its end. */
  readonly slackApiUrl: string;
};

/** Answers one request of Slack, whatever server received it. It never rejects. */
export type Bot = (event: UrlEvent) => Promise<UrlResult>;

/** The one handler of every way to run: guard, then Bolt, then one command file (docs/decisions/0005-one-handler.md). */
export function createBot(
  { signingSecret, tokens, slackApiUrl }: BotSettings,
  store: Store,
  effects: Effects,
): Bot {
  const logger = boltLogger(effects.log);
  const live = liveTokens(tokens, effects.fetch);
  const receiver = new AwsLambdaReceiver({
    signingSecret,
    // The guard has verified the signature, over the bytes as they came.
    signatureVerification: false,
    logger,
    customPropertiesExtractor: ({ headers }) => ({
      requestedAt: Number(headers['x-stint-requested-at']),
      receivedAt: Number(headers['x-stint-received-at']),
      origin: headers['x-stint-origin'],
    }),
  });
  const app = new App({
    receiver,
    authorize: ({ teamId = '' }) => authorize(live.tokens, teamId),
    convoStore: false,
    ignoreSelf: false,
    logger,
    clientOptions: { ...HOT_PATH_CLIENT, slackApiUrl, fetch: live.fetch, logger },
  });
  const parts = {
    store,
    effects,
    tokens: live.tokens,
    seal: createSeal(signingSecret),
    jobSeal: createSeal(signingSecret, 'job'),
    directory: keepDirectory(effects.now),
    workspaces: keepWorkspaces(effects.now),
  };
  if (effects.mark !== undefined) app.use(nameRequest(effects.mark));
  app.use(catchErrors(effects));
  registerCommands(app, parts);
  registerLate(app, parts);
  const handle = receiver.toHandler();
  const downloads = { ...parts, seal: createSeal(signingSecret, 'download') };

  async function answerDownload(event: UrlEvent): Promise<UrlResult> {
    try {
      const { later } = await import('./later.ts');
      return await later.serveDownload(event, downloads);
    } catch (error) {
      effects.log({ level: 'error', event: 'download failed', ...describeError(error) });
      return { statusCode: 503, body: 'That did not work this time. Please follow the link again.' };
    }
  }

  return async (event) => {
    const started = effects.now();
    if (isDownload(event)) return answerDownload(event);
    const verdict = inspect(event, signingSecret, started);
    if (verdict.kind === 'answered') {
      const { statusCode } = verdict.result;
      const line = { status: statusCode, reason: verdict.reason };
      // Slack's certificate check is answered unsigned, and is nothing to worry about.
      if (statusCode < 400) effects.log({ level: 'info', event: 'request answered by the guard', ...line });
      else effects.log({ level: 'warn', event: 'request refused', ...line });
      return verdict.result;
    }
    const answer = await handle(lambdaEvent(verdict.request, started), {});
    // A listener that fails apologises with 200: this is Bolt's own failure, over a payload that lacks what it needs.
    const status = answer.statusCode === 500 ? 400 : answer.statusCode;
    const outcome = status < 400 ? 'ok' : 'refused';
    effects.log({ level: 'info', event: 'request', status, outcome, milliseconds: effects.now() - started });
    return { statusCode: status, headers: textHeaders(answer.headers), body: answer.body };
  };
}

/** The request in the one form that Bolt's receiver reads well: lower-cased plain headers and a text body. */
function lambdaEvent({ body, contentType, headers, requestedAt }: SignedRequest, receivedAt: Instant) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/slack/events',
    rawQueryString: '',
    requestContext: {},
    isBase64Encoded: false,
    body,
    headers: {
      // Only what Bolt reads: it writes the whole event out for a debug line, even where nobody logs.
      'x-slack-retry-num': headers['x-slack-retry-num'],
      'x-slack-retry-reason': headers['x-slack-retry-reason'],
      'content-type': contentType,
      'x-stint-requested-at': String(requestedAt),
      'x-stint-received-at': String(receivedAt),
      'x-stint-origin': originOf(headers),
    },
  };
}

/** The address at which Slack reached the app: the one that whoever runs it gave to Slack. */
function originOf(headers: SignedRequest['headers']): string | undefined {
  const host = headers['x-forwarded-host'] ?? headers['host'];
  if (host === undefined || !/^[\w.-]{1,253}(?::\d{1,5})?$/.test(host)) return undefined;
  // Slack speaks HTTPS alone; without it the app was reached from its own machine.
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host);
  return `${isLocal ? 'http' : 'https'}://${host}`;
}

function textHeaders(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
