import type { App } from '@slack/bolt';
import { knowMember } from '../know-member.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { memberOf, readShortcutBody } from '../payloads.ts';
import { createCall, type Parts } from '../requests.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { replyPage } from '../views/form.ts';
import { answerOf, openLogForm } from '../views/open-forms.ts';
import { noteOfMessage } from './message-note.ts';

/** The callback ids of the shortcuts in the manifest. */
export const SHORTCUT = { log: 'log-time', logMessage: 'log-message' } as const;

const UNKNOWN_SHORTCUT = plainReply(
  'That shortcut is from an older version and does nothing any more. `/track help` shows what there is.',
);

/** Registers the shortcuts: one anywhere in Slack, one on a message; an unknown one is answered too. */
export function registerShortcuts(app: App, parts: Parts): void {
  app.shortcut(/.*/, async ({ body, client, context, ack }) => {
    const shortcut = readShortcutBody(body);
    const member = shortcut && memberOf(shortcut);
    if (shortcut === undefined || member === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable shortcut' });
      await ack();
      return;
    }
    const { trigger_id: triggerId } = shortcut;
    const ids = {
      member,
      requestId: `shortcut ${triggerId}`,
      triggerId,
      ...(shortcut.type === 'shortcut' ? {} : { responseUrl: shortcut.response_url }),
    };
    const call = createCall(parts, ids, { client, context });
    const reply = await openFor(shortcut);
    if (reply !== undefined && shortcut.type === 'message_action') {
      await call.slack.respond(shortcut.response_url, reply, 'add');
    } else if (reply !== undefined) {
      // A shortcut that belongs to no conversation can be answered by a page alone.
      await call.slack.openView(triggerId, replyPage('Log time', reply));
    }
    await ack();

    async function openFor(asked: Shortcut): Promise<Reply | undefined> {
      if (!isKnown(asked)) return UNKNOWN_SHORTCUT;
      const known = await knowMember(call);
      return known === undefined ? zoneNeeded('') : openLogForm(known, answerOf(known), fieldsFor(asked));
    }
  });
}

type Shortcut = NonNullable<ReturnType<typeof readShortcutBody>>;

function isKnown({ type, callback_id }: Shortcut): boolean {
  return callback_id === (type === 'shortcut' ? SHORTCUT.log : SHORTCUT.logMessage);
}

function fieldsFor(shortcut: Shortcut): { note?: string } {
  if (shortcut.type === 'shortcut') return {};
  const { team, channel, message } = shortcut;
  return {
    note: noteOfMessage({
      domain: team.domain,
      channelId: channel.id,
      ts: message.ts,
      text: message.text,
      ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
    }),
  };
}
