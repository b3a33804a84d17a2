import type { webApi } from '@slack/bolt';
import * as z from 'zod/mini';
import { isZone, type Zone } from '../../time.ts';
import type { Effects } from '../effects.ts';
import type { HomeView, Reply, View } from './blocks.ts';
import { conflictOf, missingScopeOf, nameOf, refusedAs } from './refusal.ts';

/** The few things the bot asks of Slack. None of them throws: Slack being slow must not cost anybody an entry. */
export type Slack = {
  /** The member's zone as Slack knows it; `undefined` when Slack does not know or does not answer. */
  readonly memberZone: (memberId: string) => Promise<Zone | undefined>;
  /** What the member is called; `null` when Slack has no name for them, `undefined` when it does not answer. */
  readonly memberName: (memberId: string) => Promise<string | null | undefined>;
  /** Whether Slack calls the member an admin or an owner of the workspace. */
  readonly isAdmin: (memberId: string) => Promise<boolean | Unsaid>;
  /** Whether the bot's token, or the one that is given, is good in a workspace; `undefined` when Slack does not say. */
  readonly isIn: (workspaceId: string, token?: string) => Promise<boolean | undefined>;
  /** Opens a form; false when Slack did not take it (the trigger lives for three seconds). */
  readonly openView: (triggerId: string, view: View) => Promise<boolean>;
  /** Puts another page into an open form; false when Slack did not take it. */
  readonly updateView: (viewId: string, view: View) => Promise<boolean>;
  /** Shows a member their App Home, if what they have now is still the view that `hash` names; without one, in any case. */
  readonly publishHome: (memberId: string, view: HomeView, hash?: string) => Promise<Published>;
  /**
   * Posts to a response URL: replaces the message the press came from, adds one for the member alone, or one that the whole
   * channel sees. False when Slack did not take it.
   */
  readonly respond: (responseUrl: string, reply: Reply, how: 'replace' | 'add' | 'share') => Promise<boolean>;
  /** Writes into a channel; `undefined` where it is there or may be, else Slack's word for why it is not. */
  readonly introduce: (channel: string, reply: Reply) => Promise<string | undefined>;
  /** Writes into a conversation; false when Slack did not take it. */
  readonly tell: (where: Conversation, reply: Reply) => Promise<boolean>;
};

/** Slack did not say: it did not answer, or the app may not ask since the workspace has not granted it `lacks`. */
export type Unsaid = { readonly kind: 'unsaid'; readonly lacks?: string };

/** Where a message goes that answers none of a member's presses. */
export type Conversation = {
  readonly channel: string;
  /** The one member who sees it; everybody in the conversation where it is absent. */
  readonly onlyFor?: string;
  /** The message whose thread it belongs to. */
  readonly thread?: string;
};

/** What became of a publication; `hash` is Slack's name of the new view. */
export type Published =
  | { readonly kind: 'published'; readonly hash: string }
  /** Another view took the place of the one that was named. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed' };

/** Slack gives three seconds for the whole answer; a call that has not come back after one is given up. */
export const SLACK_TIMEOUT_MS = 1000;

/** Settings of the Web client on the path of a command: its defaults retry for half an hour (docs/decisions/0007-nothing-after-the-answer.md). */
export const HOT_PATH_CLIENT = {
  timeout: SLACK_TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
} as const satisfies webApi.WebClientOptions;

/** Settings of a worker's: nobody's three seconds run out while it waits. It never tries by itself again either. */
export const WORKER_CLIENT = {
  ...HOT_PATH_CLIENT,
  timeout: 10_000,
} as const satisfies webApi.WebClientOptions;

const viewAnswer = z.object({ view: z.object({ hash: z.string().check(z.minLength(1)) }) });

const flag = z.optional(z.boolean());
const roleAnswer = z.object({
  user: z.object({ is_admin: flag, is_owner: flag, is_primary_owner: flag, deleted: flag }),
});

const text = z.optional(z.string());
const nameAnswer = z.object({
  user: z.object({
    name: text,
    real_name: text,
    profile: z.optional(z.object({ display_name: text, real_name: text })),
  }),
});

const userAnswer = z.object({ user: z.object({ tz: z.string() }) });

/** What Slack says of the token of an app that is not in the workspace any more (docs.slack.dev/reference/methods/auth.test). */
const NO_LONGER_IN: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_revoked',
]);

export function createSlack(
  client: webApi.WebClient,
  { fetch, log }: Pick<Effects, 'fetch' | 'log'>,
  timeout: number = SLACK_TIMEOUT_MS,
): Slack {
  async function attempt<T>(method: string, call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call();
    } catch (error) {
      log({ level: 'warn', event: 'slack call failed', method, problem: nameOf(error) });
      return undefined;
    }
  }

  return {
    async memberZone(memberId) {
      const answer = await attempt('users.info', () => client.users.info({ user: memberId }));
      const parsed = userAnswer.safeParse(answer);
      return parsed.success && isZone(parsed.data.user.tz) ? parsed.data.user.tz : undefined;
    },

    async memberName(memberId) {
      const answer = await attempt('users.info', () =>
        client.users.info({ user: memberId }).catch(refusedAs),
      );
      if (answer === undefined) return undefined;
      const user = nameAnswer.safeParse(answer).data?.user;
      const { display_name: display, real_name: real } = user?.profile ?? {};
      const names = [display, real, user?.real_name, user?.name];
      return names.find((name) => name !== undefined && name !== '') ?? null;
    },

    async isAdmin(memberId) {
      let lacks: string | undefined;
      const ask = () => client.users.info({ user: memberId });
      const answer = await attempt('users.info', () =>
        ask().catch((error: unknown) => {
          lacks = missingScopeOf(error);
          throw error;
        }),
      );
      const user = roleAnswer.safeParse(answer).data?.user;
      if (user === undefined) return { kind: 'unsaid', ...(lacks === undefined ? {} : { lacks }) };
      return user.deleted !== true && [user.is_admin, user.is_owner, user.is_primary_owner].includes(true);
    },

    async isIn(workspaceId, token) {
      const asked = token === undefined ? {} : { token };
      const answer = await attempt('auth.test', () => client.auth.test(asked).catch(refusedAs));
      if (typeof answer === 'string') return NO_LONGER_IN.has(answer) ? false : undefined;
      return answer && answer.team_id === workspaceId;
    },

    async openView(triggerId, view) {
      const answer = await attempt('views.open', () => client.views.open({ trigger_id: triggerId, view }));
      return answer?.ok === true;
    },

    async updateView(viewId, view) {
      const answer = await attempt('views.update', () => client.views.update({ view_id: viewId, view }));
      return answer?.ok === true;
    },

    async publishHome(memberId, view, hash) {
      const answer = await attempt('views.publish', () =>
        client.views
          .publish({ user_id: memberId, view, ...(hash === undefined ? {} : { hash }) })
          .catch(conflictOf),
      );
      if (answer === 'conflict') return { kind: 'conflict' };
      const parsed = viewAnswer.safeParse(answer);
      return parsed.success ? { kind: 'published', hash: parsed.data.view.hash } : { kind: 'failed' };
    },

    async introduce(channel, { text: words, blocks }) {
      const message = { channel, text: words, blocks: [...blocks] };
      const answer = await attempt('chat.postMessage', () =>
        client.chat.postMessage(message).catch(refusedAs),
      );
      return typeof answer === 'string' ? answer : undefined;
    },

    async tell({ channel, onlyFor, thread }, { text, blocks }) {
      const message = {
        channel,
        text,
        blocks: [...blocks],
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      const answer =
        onlyFor === undefined
          ? await attempt('chat.postMessage', () => client.chat.postMessage(message))
          : await attempt('chat.postEphemeral', () =>
              client.chat.postEphemeral({ ...message, user: onlyFor }),
            );
      return answer?.ok === true;
    },

    async respond(responseUrl, { text, blocks }, how) {
      const answer = await attempt('response_url', async () => {
        const response = await fetch(responseUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({
            response_type: how === 'share' ? 'in_channel' : 'ephemeral',
            replace_original: how === 'replace',
            text,
            blocks,
          }),
          signal: AbortSignal.timeout(timeout),
        });
        await response.body?.cancel();
        if (!response.ok) throw new Error(`status ${response.status}`);
        return true;
      });
      return answer === true;
    },
  };
}
