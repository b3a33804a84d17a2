import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import { boltLogger } from '../bolt-logger.ts';
import type { Effects } from '../effects.ts';
import type { Reply } from './blocks.ts';
import type { Pace } from './pace.ts';
import { refusedAs } from './refusal.ts';
import type { TokenSource } from './tokens.ts';
import { WORKER_CLIENT } from './web.ts';

/** What became of a message that nobody waits for. */
export type Posted =
  /** `channel` is the conversation as Slack names it, also where a member was named. */
  | { readonly kind: 'posted'; readonly ts: string; readonly channel: string }
  /** Not posted; Slack wants it again after so many milliseconds, or could not be reached at all. */
  | { readonly kind: 'later'; readonly after: number; readonly why: string }
  /** Not posted, and never will be: the channel is archived, the member has left, the app is gone. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** No answer, or one that does not tell: it may have been posted. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Where a message goes. */
export type Destination = {
  readonly workspaceId: string;
  /** A channel, or the member whose direct message it is. */
  readonly channel: string;
  /** The message whose thread it belongs to, as Slack names it. */
  readonly thread?: string;
  /** The message whose place it takes, as Slack names it; `channel` is then the conversation's own name. */
  readonly replaces?: string;
};

/**
 * Posts messages that are not an answer to a request, at a pace that Slack allows. It never throws, and never tries by itself
 * again.
 */
export type Poster = (to: Destination, message: Reply) => Promise<Posted>;

const ASKED_TO_WAIT = 'Slack asked to wait';

/** After a network that could not be reached, this is soon enough. */
const UNREACHED_MS = 60_000;

/** Slack's own failures, which may pass, and after which a message may be there or not. */
export const UNCERTAIN: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
]);

/** The request never left this machine. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

export type PosterSettings = {
  readonly tokens: TokenSource;
  readonly slackApiUrl: string;
  readonly pace: Pace;
};

export function createPoster(
  { tokens, slackApiUrl, pace }: PosterSettings,
  { fetch, log }: Pick<Effects, 'fetch' | 'log'>,
): Poster {
  const client = new WebClient(undefined, {
    ...WORKER_CLIENT,
    slackApiUrl,
    fetch,
    logger: boltLogger(log),
  });
  const post: Poster = async ({ workspaceId, channel, thread, replaces }, { text, blocks }) => {
    const token = await tokens(workspaceId).catch(() => 'unknown' as const);
    if (token === 'unknown') return { kind: 'later', after: UNREACHED_MS, why: 'no token yet' };
    if (token === undefined) return { kind: 'refused', problem: 'not installed' };
    const wait = await pace.turn(workspaceId, channel);
    if (wait > 0) {
      const why = pace.heldFor(workspaceId) > 0 ? ASKED_TO_WAIT : 'too many at once';
      return { kind: 'later', after: wait, why };
    }
    try {
      const message = { token, channel, text, blocks: [...blocks] };
      const answer =
        replaces === undefined
          ? await client.chat.postMessage({
              ...message,
              unfurl_links: false,
              unfurl_media: false,
              ...(thread === undefined ? {} : { thread_ts: thread }),
            })
          : await client.chat.update({ ...message, ts: replaces });
      return answer.ts === undefined
        ? { kind: 'unknown', problem: 'no ts' }
        : { kind: 'posted', ts: answer.ts, channel: answer.channel ?? channel };
    } catch (error) {
      const posted = outcomeOf(error);
      // One workspace's limit is no other's.
      if (error instanceof WebAPIRateLimitedError) pace.hold(workspaceId, error.retryAfter * 1000);
      return posted;
    }
  };
  return async (to, message) => {
    const posted = await post(to, message);
    if (posted.kind !== 'posted')
      log({ level: 'warn', event: 'message not posted', outcome: posted.kind, problem: problemOf(posted) });
    return posted;
  };
}

function outcomeOf(error: unknown): Posted {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', after: error.retryAfter * 1000, why: ASKED_TO_WAIT };
  if (error instanceof WebAPIPlatformError) {
    const problem = error.data.error;
    // The next one is got before it is asked for again.
    if (problem === 'token_expired')
      return { kind: 'later', after: UNREACHED_MS, why: 'the token had ended' };
    return { kind: UNCERTAIN.has(problem) ? 'unknown' : 'refused', problem: refusedAs(error) };
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', problem: `status ${error.statusCode}` };
  const code = codeIn(error);
  if (code !== undefined && NOT_SENT.has(code))
    return { kind: 'later', after: UNREACHED_MS, why: 'Slack could not be reached' };
  return { kind: 'unknown', problem: code ?? 'no answer' };
}

const coded = z.object({ code: z.string() });
const wrapped = z.object({ original: z.unknown() });
const caused = z.object({ cause: z.unknown() });

/** The system's code behind an error that Slack's client and `fetch` have wrapped. */
function codeIn(error: unknown): string | undefined {
  const original = wrapped.safeParse(error).data?.original;
  const cause = caused.safeParse(original ?? error).data?.cause;
  return [cause, original]
    .map((inner) => coded.safeParse(inner).data?.code)
    .find((code) => code !== undefined);
}

function problemOf(posted: Posted): string {
  return 'problem' in posted ? posted.problem : posted.kind;
}
