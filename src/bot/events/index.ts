import type { App } from '@slack/bolt';
import { readEventBody } from '../payloads.ts';
import { createCall, type Parts } from '../requests.ts';
import { createSlack } from '../slack/web.ts';
import { removeApp } from './app-removed.ts';
import type { EventHandler } from './event.ts';
import { homeOpened } from './home-opened.ts';
import { directMessageSent, mentioned } from './message-to-bot.ts';

const HANDLERS: ReadonlyMap<string, EventHandler> = new Map([
  ['app_home_opened', homeOpened],
  ['app_mention', mentioned],
  ['message', directMessageSent],
]);

/** Registers every event; one that nobody handles is taken too, or Slack would send it again and again. */
export function registerEvents(app: App, parts: Parts): void {
  app.event(/.*/, async ({ body, client, context }) => {
    if (await removeApp(parts, body, createSlack(client, parts.effects))) return;
    const envelope = readEventBody(body);
    if (envelope === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable event' });
      return;
    }
    const { team_id: workspaceId, event_id: eventId, event } = envelope;
    const handler = HANDLERS.get(event.type);
    if (handler === undefined || event.user === undefined) return;
    const ids = {
      member: { workspaceId, memberId: event.user },
      requestId: `event ${eventId}`,
      // An event opens no form.
      triggerId: '',
    };
    await handler(createCall(parts, ids, { client, context }), event);
  });
}
