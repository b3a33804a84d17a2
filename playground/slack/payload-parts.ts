import { randomBytes } from 'node:crypto';
import type { Fields } from '../block-kit/problem.ts';
import { stateOf, type Values } from './form-values.ts';
import { APP_AUTHOR, type Message, type View } from './snapshot.ts';
import { APP, conversationName, type Person, personById, TEAM, teamOf } from './workspace.ts';

/** Where an interaction took place. */
export type Source =
  | { readonly kind: 'message'; readonly message: Message; readonly responseUrl: string }
  | { readonly kind: 'view'; readonly view: View };

/** Slack still sends its old verification token; nobody should look at it. */
export const TOKEN = 'unused';

/** The view as interactions carry it. */
export function viewFields(view: View, values: Values): Fields {
  const { content } = view;
  const blocks = Array.isArray(content['blocks']) ? content['blocks'] : [];
  const teamId = personById(view.memberId)?.teamId ?? TEAM.id;
  return {
    id: view.id,
    team_id: teamId,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    title: null,
    close: null,
    submit: null,
    ...content,
    state: stateOf(blocks, values),
    hash: view.hash,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: APP.id,
    app_installed_team_id: teamId,
    bot_id: APP.botId,
  };
}

/** Slack's form of a moment, for `action_ts`. */
export function actionTs(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(3).readUIntBE(0, 3).toString().padStart(8, '0').slice(-6)}`;
}

/** The fields that say who acts. */
export function who(person: Person): Fields {
  const { id, domain } = teamOf(person);
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: id },
    api_app_id: APP.id,
    token: TOKEN,
    team: { id, domain },
  };
}

/** The fields that say where, with what was entered there. */
export function whereOf(person: Person, source: Source, values: Values): Fields {
  if (source.kind === 'view') {
    return { container: { type: 'view', view_id: source.view.id }, view: viewFields(source.view, values) };
  }
  const { message, responseUrl } = source;
  const isEphemeral = message.onlyFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.conversationId,
      is_ephemeral: isEphemeral,
    },
    channel: channelOf(message),
    // Slack does not give the content of an ephemeral message back.
    ...(!isEphemeral && { message: messageFields(message, person) }),
    state: stateOf(message.blocks ?? [], values),
    response_url: responseUrl,
  };
}

export function channelOf({ conversationId }: Message): Fields {
  return { id: conversationId, name: conversationName(conversationId) };
}

/** The message as interactions carry it. */
export function messageFields(message: Message, { teamId }: Person): Fields {
  const isApp = message.author === APP_AUTHOR;
  return {
    type: 'message',
    user: isApp ? APP.botUserId : message.author,
    ...(isApp && { bot_id: APP.botId, app_id: APP.id }),
    ts: message.ts,
    text: message.text,
    team: teamId,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
  };
}
