import type { Fields } from '../block-kit/problem.ts';
import { viewFields } from './payload-parts.ts';
import type { Message, View } from './snapshot.ts';
import { APP, type Person, teamOf } from './workspace.ts';

/** A tab of the app: its Home, or the conversation with it. */
export type Tab = 'home' | 'messages';

/** An event and the name by which an app subscribes to it, which is not always its type. */
export type MemberEvent = { readonly name: string; readonly teamId: string; readonly event: Fields };

/** A member opened a tab of the app. The Home comes along if one was published before. */
export function tabOpened(person: Person, tab: Tab, home: View | undefined, now: number): MemberEvent {
  return {
    name: 'app_home_opened',
    teamId: person.teamId,
    event: {
      type: 'app_home_opened',
      user: person.id,
      channel: person.directMessageId,
      tab,
      event_ts: `${now / 1000}`,
      ...(tab === 'home' && home && { view: viewFields(home, {}) }),
    },
  };
}

/** What the app hears of a message that a member wrote: all in its own conversation, elsewhere only a mention. */
export function messageSent(person: Person, message: Message): MemberEvent | undefined {
  const { id: teamId, channel } = teamOf(person);
  const said = { user: person.id, text: message.text, ts: message.ts, event_ts: message.ts, team: teamId };
  if (message.conversationId === person.directMessageId) {
    const event = { type: 'message', channel: message.conversationId, channel_type: 'im', ...said };
    return { name: 'message.im', teamId, event };
  }
  const isMentioned = message.conversationId === channel.id && message.text.includes(`<@${APP.botUserId}>`);
  if (!isMentioned) return undefined;
  return {
    name: 'app_mention',
    teamId,
    event: { type: 'app_mention', channel: message.conversationId, ...said },
  };
}
