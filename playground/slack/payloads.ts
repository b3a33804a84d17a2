import { randomUUID } from 'node:crypto';
import type { Fields } from '../block-kit/problem.ts';
import { escapeCommand } from './escape-command.ts';
import type { Values } from './form-values.ts';
import {
  actionTs,
  channelOf,
  messageFields,
  type Source,
  TOKEN,
  viewFields,
  whereOf,
  who,
} from './payload-parts.ts';
import type { SlackRequest } from './signed-event.ts';
import type { Message, View } from './snapshot.ts';
import { APP, conversationName, type Person, TEAM, teamOf } from './workspace.ts';

/** The form of a slash command. `text` is what was typed after it. */
export function commandForm(person: Person, conversationId: string, text: string, urls: Urls): Fields {
  const team = teamOf(person);
  return {
    token: TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversationId,
    channel_name: conversationName(conversationId),
    user_id: person.id,
    user_name: person.name,
    command: APP.command,
    text: escapeCommand(text.trim(), team),
    api_app_id: APP.id,
    is_enterprise_install: 'false',
    response_url: urls.responseUrl,
    trigger_id: urls.triggerId,
  };
}

export type Urls = { readonly responseUrl: string; readonly triggerId: string };

/** A press, a choice or an Enter in an element. */
export function blockActions(
  person: Person,
  source: Source,
  action: Fields,
  triggerId: string,
  values: Values,
): Fields {
  return {
    type: 'block_actions',
    ...who(person),
    trigger_id: triggerId,
    enterprise: null,
    is_enterprise_install: false,
    ...whereOf(person, source, values),
    actions: [action],
  };
}

/** A request for the options of an external select. */
export function blockSuggestion(
  person: Person,
  source: Source,
  ids: Ids,
  query: string,
  values: Values,
): Fields {
  const { response_url: _none, state: _state, ...where } = whereOf(person, source, values);
  return { type: 'block_suggestion', ...who(person), ...where, ...ids, value: query };
}

type Ids = { readonly block_id: string; readonly action_id: string };

export function viewSubmission(
  person: Person,
  view: View,
  triggerId: string,
  values: Values,
  urls: readonly Fields[],
): Fields {
  return {
    type: 'view_submission',
    ...who(person),
    trigger_id: triggerId,
    view: viewFields(view, values),
    response_urls: urls,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** `isCleared`: the member left the whole stack, not this view alone. */
export function viewClosed(person: Person, view: View, isCleared: boolean): Fields {
  return {
    type: 'view_closed',
    ...who(person),
    view: viewFields(view, {}),
    is_cleared: isCleared,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function globalShortcut(person: Person, callbackId: string, triggerId: string): Fields {
  return {
    type: 'shortcut',
    ...who(person),
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: actionTs(),
    is_enterprise_install: false,
  };
}

export function messageShortcut(person: Person, message: Message, callbackId: string, urls: Urls): Fields {
  return {
    type: 'message_action',
    ...who(person),
    callback_id: callbackId,
    trigger_id: urls.triggerId,
    response_url: urls.responseUrl,
    action_ts: actionTs(),
    message_ts: message.ts,
    channel: channelOf(message),
    message: messageFields(message, person),
    is_enterprise_install: false,
  };
}

/** An event of a workspace with its envelope. */
export function eventCallback(event: Fields, now: number, teamId: string = TEAM.id): Fields {
  return {
    token: TOKEN,
    team_id: teamId,
    api_app_id: APP.id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(now / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: APP.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** A command's form as a request. */
export function formRequest(form: Fields): SlackRequest {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) body.set(name, `${value}`);
  return { contentType: 'application/x-www-form-urlencoded', body: body.toString() };
}

/** An interaction as a request: JSON inside a form. */
export function payloadRequest(payload: Fields): SlackRequest {
  return formRequest({ payload: JSON.stringify(payload) });
}
