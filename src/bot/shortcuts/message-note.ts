import { shorten } from '../slack/escape.ts';
import { typedText } from '../slack/typed-text.ts';

/** A message in a channel, as a shortcut on it tells of it. */
export type ShownMessage = {
  /** The part of the workspace's address before `.slack.com`. */
  readonly domain: string;
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** As Slack escapes it, with mentions as ids. */
  readonly text: string;
};

const WORDS_KEPT = 200;

/** What a note says of a message: its first words, and its link in a line of its own. */
export function noteOfMessage(message: ShownMessage): string {
  const words = shorten(readable(message.text), WORDS_KEPT);
  return words === '' ? linkTo(message) : `${words}\n${linkTo(message)}`;
}

/** Slack names nobody in a message's mentions, and asking for each name would cost the three seconds a form has to open. */
function readable(text: string): string {
  const named = text.replace(/<@[UW][A-Z0-9]+>/g, '@somebody').replace(/<#C[A-Z0-9]+\|?>/g, '#channel');
  return typedText(named).replace(/\s+/g, ' ').trim();
}

function linkTo({ domain, channelId, ts, threadTs }: ShownMessage): string {
  const link = `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  return threadTs === undefined || threadTs === ts ? link : `${link}?thread_ts=${threadTs}&cid=${channelId}`;
}
