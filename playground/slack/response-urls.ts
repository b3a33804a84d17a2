import { randomBytes } from 'node:crypto';
import { lintMessage } from '../block-kit/lint.ts';
import { type Fields, isFields, type Problem } from '../block-kit/problem.ts';
import type { Messages } from './messages.ts';
import { APP_AUTHOR } from './snapshot.ts';

/** Where a reply belongs: who is answered, where, and which message a press came from. */
export type ReplyTo = {
  readonly conversationId: string;
  readonly memberId: string;
  readonly messageTs?: string | undefined;
  /** What was typed, for replies that the whole channel sees. */
  readonly command?: string | undefined;
};

export type Posted = {
  readonly status: number;
  readonly body: string;
  readonly problems: readonly Problem[];
};

/** Slack's response URLs: five posts within thirty minutes, no token. */
export type ResponseUrls = {
  readonly mint: (replyTo: ReplyTo) => string;
  readonly owns: (url: string) => boolean;
  /** Who is answered by it. */
  readonly memberOf: (url: string) => string | undefined;
  readonly post: (url: string, payload: unknown) => Posted;
  /** What a post does, without a URL: the body of a command's answer goes the same way. */
  readonly reply: (replyTo: ReplyTo, payload: unknown) => Posted;
};

const USES = 5;
const LIFETIME_MS = 30 * 60 * 1000;

export function createResponseUrls(base: string, messages: Messages, now: () => number): ResponseUrls {
  const minted = new Map<string, { readonly replyTo: ReplyTo; readonly at: number; readonly uses: number }>();

  function reply(replyTo: ReplyTo, payload: unknown): Posted {
    const problems = lintMessage(payload);
    if (!isFields(payload) || problems.length > 0) return { status: 400, body: 'invalid_blocks', problems };
    const done = apply(replyTo, payload);
    return done
      ? { status: 200, body: 'ok', problems }
      : { status: 404, body: 'message_not_found', problems };
  }

  function apply({ conversationId, memberId, messageTs, command }: ReplyTo, payload: Fields): boolean {
    if (payload['delete_original'] === true) return messageTs !== undefined && messages.remove(messageTs);
    const text = typeof payload['text'] === 'string' ? payload['text'] : '';
    const blocks = Array.isArray(payload['blocks']) ? payload['blocks'].filter(isFields) : undefined;
    if (payload['replace_original'] === true && messageTs !== undefined) {
      return messages.replace(messageTs, { text, blocks });
    }
    const isPublic = payload['response_type'] === 'in_channel';
    if (isPublic && command !== undefined) messages.add({ conversationId, author: memberId, text: command });
    const threadTs = typeof payload['thread_ts'] === 'string' ? payload['thread_ts'] : undefined;
    const onlyFor = isPublic ? undefined : memberId;
    messages.add({ conversationId, author: APP_AUTHOR, text, blocks, onlyFor, threadTs });
    return true;
  }

  return {
    mint(replyTo) {
      const url = `${base}${randomBytes(18).toString('base64url')}`;
      minted.set(url, { replyTo, at: now(), uses: 0 });
      for (const [old, { at }] of minted) if (now() - at >= LIFETIME_MS) minted.delete(old);
      return url;
    },
    owns: (url) => url.startsWith(base),
    memberOf: (url) => minted.get(url)?.replyTo.memberId,
    post(url, payload) {
      const found = minted.get(url);
      const spent = !found || found.uses >= USES || now() - found.at >= LIFETIME_MS;
      if (spent) return { status: 404, body: 'expired_url', problems: [] };
      minted.set(url, { ...found, uses: found.uses + 1 });
      return reply(found.replyTo, payload);
    },
    reply,
  };
}
