import { isFields } from '../block-kit/problem.ts';
import type { Delivered, Delivery } from './delivery.ts';
import { escapeMessage, escapeText } from './escape-command.ts';
import type { Grants } from './grants.ts';
import type { Manifest } from './manifest.ts';
import { type MemberEvent, messageSent } from './member-events.ts';
import type { Messages } from './messages.ts';
import { commandForm, formRequest } from './payloads.ts';
import type { ResponseUrls } from './response-urls.ts';
import { SLACK_AUTHOR } from './snapshot.ts';
import type { Triggers } from './triggers.ts';
import { APP, type Person, teamOf } from './workspace.ts';

export type ComposerParts = {
  readonly delivery: Delivery;
  readonly messages: Messages;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly manifest: Manifest;
  readonly grants: Grants;
  /** Sends an event, if the app subscribes to it. */
  readonly hear: (event: MemberEvent) => Promise<void>;
};

/**
 * Sends what a member typed into a conversation: a message, or a command when it begins with a slash. Nothing, where the
 * app takes no messages.
 */
export type Send = (person: Person, conversationId: string, text: string) => Promise<void>;

export function createComposer(parts: ComposerParts): Send {
  const { delivery, messages, triggers, responseUrls, manifest, grants, hear } = parts;
  return async (person, conversationId, text) => {
    if (conversationId === person.directMessageId && !manifest.isWritable) return;
    const team = teamOf(person);
    const typed = text.trim();
    const [command = '', ...rest] = typed.split(/(?<=^\S+)\s+/);
    const tell = (words: string) =>
      messages.add({ conversationId, author: SLACK_AUTHOR, text: words, onlyFor: person.id });
    if (!typed.startsWith('/')) {
      const sent = messages.add({ conversationId, author: person.id, text: escapeMessage(typed, team) });
      const event = messageSent(person, sent);
      if (event) await hear(event);
      return;
    }
    const isInstalled = grants.isInstalled(team.id);
    if (command !== APP.command || !isInstalled) {
      const instead = isInstalled ? ` Try \`${APP.command}\`.` : '';
      tell(`\`${escapeText(command)}\` is not a valid command.${instead}`);
      return;
    }
    const replyTo = { conversationId, memberId: person.id, command: escapeText(typed) };
    const urls = { responseUrl: responseUrls.mint(replyTo), triggerId: triggers.mint(person.id) };
    const form = commandForm(person, conversationId, rest.join(' '), urls);
    const delivered = await delivery(typed, formRequest(form), form);
    const error = delivered.kind === 'failed' ? delivered.error : refusalOf(delivered);
    if (error) tell(`${APP.command} failed with the error "${error}"`);

    function refusalOf(answered: Extract<Delivered, { kind: 'answered' }>): string | undefined {
      if (answered.body === '') return undefined;
      const payload = isFields(answered.json) ? answered.json : { text: answered.body };
      const { status, body, problems } = responseUrls.reply(replyTo, payload);
      if (status === 200) return undefined;
      return [body, ...problems.map(({ pointer, problem }) => `${pointer} ${problem}`)].join('; ');
    }
  };
}
