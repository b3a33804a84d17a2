import * as z from 'zod/mini';
import { readLine } from '../../phrase/read-line.ts';
import { claimRequest } from '../../store/claim.ts';
import { readHome } from '../../store/home.ts';
import type { Call } from '../call.ts';
import { recentlySince } from '../know-member.ts';
import { howToLog } from '../messages/how-to-log.ts';
import type { Conversation } from '../slack/web.ts';
import type { EventHandler } from './event.ts';

const ts = z.string().check(z.regex(/^\d{1,12}\.\d{1,9}$/));

const message = z.object({
  channel: z.string().check(z.regex(/^[A-Z0-9]{1,30}$/)),
  channel_type: z.nullish(z.string()),
  text: z._default(z.string(), ''),
  ts,
  thread_ts: z.nullish(ts),
  /** Edits, joins and the like. */
  subtype: z.exactOptional(z.never()),
  /** What bots write, this one too, is never answered: two bots would go on for ever. */
  bot_id: z.exactOptional(z.never()),
});

/** Tells somebody who writes to the bot directly how it is done. */
export const directMessageSent: EventHandler = async (call, event) => {
  const { data } = message.safeParse(event);
  if (data?.channel_type !== 'im') return;
  const { channel, text, thread_ts: thread } = data;
  await tellHow(call, text, { channel, ...(thread == null ? {} : { thread }) });
};

/** Tells somebody who mentions the bot in a channel the same, where they alone see it. */
export const mentioned: EventHandler = async (call, event) => {
  const { data } = message.safeParse(event);
  if (data === undefined) return;
  const { channel, text, thread_ts: thread } = data;
  const onlyFor = call.member.memberId;
  await tellHow(call, withoutMention(text), { channel, onlyFor, ...(thread == null ? {} : { thread }) });
};

/** One event is answered once, however often Slack delivers it; whoever writes is no member by that. */
async function tellHow(call: Call, text: string, where: Conversation): Promise<void> {
  const [claim, { prefs }] = await Promise.all([
    claimRequest(call.store, call.member, call.requestId),
    readHome(call.store, call.member, recentlySince(call.now)),
  ]);
  if (claim === 'claimed before') return;
  const { zone = 'UTC', weekStart = 1 } = prefs ?? {};
  const reading = readLine(text, { now: call.now, zone, weekStart });
  await call.slack.tell(where, howToLog(text, reading));
}

/** The first mention is the bot's own; others are part of what was written. */
function withoutMention(text: string): string {
  return text.replace(/<@[A-Z0-9]+(?:\|[^<>]*)?>/, ' ');
}
