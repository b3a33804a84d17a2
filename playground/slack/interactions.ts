import { lintOptions } from '../block-kit/lint.ts';
import { type Fields, isFields, listOf } from '../block-kit/problem.ts';
import type { Delivered, Delivery } from './delivery.ts';
import { findElement, reportedValue, type Values } from './form-values.ts';
import type { Grants } from './grants.ts';
import { hasShortcut, type Manifest } from './manifest.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { actionTs, type Source } from './payload-parts.ts';
import {
  blockActions,
  blockSuggestion,
  globalShortcut,
  messageShortcut,
  payloadRequest,
} from './payloads.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import { APP, conversationsOf, type Person, teamOf } from './workspace.ts';

/** Which element, in which message or view. */
export type Target = {
  readonly messageTs?: string | undefined;
  readonly viewId?: string | undefined;
  readonly blockId: string;
  readonly actionId: string;
};

export type Interactions = {
  /** A press or a choice. False when there is no such element to press. */
  readonly act: (person: Person, target: Target, entered: Fields, values: Values) => Promise<boolean>;
  /** The options for what was typed into an external select; a string says why there are none. */
  readonly loadOptions: (
    person: Person,
    target: Target,
    query: string,
    values: Values,
  ) => Promise<Fields | string>;
  /** False when the app has no such shortcut. */
  readonly shortcut: (person: Person, callbackId: string) => Promise<boolean>;
  readonly messageShortcut: (person: Person, ts: string, callbackId: string) => Promise<boolean>;
};

export type InteractionParts = {
  readonly delivery: Delivery;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly notices: Notices;
  readonly manifest: Manifest;
  readonly grants: Grants;
};

/** What members do in messages and views, sent to the app as Slack sends it. Interactions are never repeated. */
export function createInteractions(parts: InteractionParts): Interactions {
  const { delivery, messages, views, triggers, responseUrls, notices, manifest, grants } = parts;

  async function send(name: string, payload: Fields): Promise<Delivered> {
    return delivery(name, payloadRequest(payload), payload);
  }

  /** Tells a member whose workspace has removed the app; what it left behind stays on the screen. */
  function isGone(person: Person): boolean {
    const { id, name } = teamOf(person);
    if (grants.isInstalled(id)) return false;
    notices.announce(`${APP.name} is not in ${name} any more.`, { memberId: person.id });
    return true;
  }

  function sourceOf(person: Person, { messageTs, viewId }: Target): Source | undefined {
    const view = viewId === undefined ? undefined : views.find(viewId);
    if (view) return view.memberId === person.id ? { kind: 'view', view } : undefined;
    const message = messageTs === undefined ? undefined : messages.find(messageTs);
    if (!message || (message.onlyFor !== undefined && message.onlyFor !== person.id)) return undefined;
    if (!conversationsOf(person).some(({ id }) => id === message.conversationId)) return undefined;
    const { conversationId } = message;
    const responseUrl = responseUrls.mint({ conversationId, memberId: person.id, messageTs: message.ts });
    return { kind: 'message', message, responseUrl };
  }

  return {
    async act(person, target, entered, values) {
      const source = sourceOf(person, target);
      const placed = source && findElement(blocksOf(source), target.blockId, target.actionId);
      if (!placed) return false;
      if (isGone(person)) return true;
      const trigger = triggers.mint(person.id, source.kind === 'view' ? source.view.id : undefined);
      const action = actionOf(placed.element, target, entered);
      const name = `${target.actionId} (${placed.element['type']})`;
      const delivered = await send(name, blockActions(person, source, action, trigger, values));
      if (delivered.kind === 'failed')
        notices.announce(failureWords(delivered.error), { memberId: person.id });
      return true;
    },

    async loadOptions(person, target, query, values) {
      const source = sourceOf(person, target);
      if (!source || !findElement(blocksOf(source), target.blockId, target.actionId))
        return 'There is no such menu.';
      if (isGone(person)) return `${APP.name} is not here any more.`;
      const ids = { block_id: target.blockId, action_id: target.actionId };
      const payload = blockSuggestion(person, source, ids, query, values);
      const delivered = await send(`${target.actionId} (options)`, payload);
      if (delivered.kind === 'failed') return failureWords(delivered.error);
      const [first] = lintOptions(delivered.json);
      if (first) return `Slack refused the options: ${first.pointer} ${first.problem}`;
      return isFields(delivered.json) ? delivered.json : {};
    },

    async shortcut(person, callbackId) {
      if (!hasShortcut(manifest, 'global', callbackId) || isGone(person)) return false;
      const delivered = await send(callbackId, globalShortcut(person, callbackId, triggers.mint(person.id)));
      if (delivered.kind === 'failed')
        notices.announce(failureWords(delivered.error), { memberId: person.id });
      return true;
    },

    async messageShortcut(person, ts, callbackId) {
      const message = messages.find(ts);
      if (!hasShortcut(manifest, 'message', callbackId)) return false;
      // Slack offers no shortcuts on what only one member sees.
      if (!message || message.onlyFor !== undefined || isGone(person)) return false;
      const responseUrl = responseUrls.mint({
        conversationId: message.conversationId,
        memberId: person.id,
      });
      const urls = { responseUrl, triggerId: triggers.mint(person.id) };
      const delivered = await send(callbackId, messageShortcut(person, message, callbackId, urls));
      if (delivered.kind === 'failed')
        notices.announce(failureWords(delivered.error), { memberId: person.id });
      return true;
    },
  };
}

/** What a member reads when the app did not answer well. */
export function failureWords(error: 'operation_timeout' | 'dispatch_failed'): string {
  return error === 'operation_timeout'
    ? 'The app did not answer within three seconds (operation_timeout).'
    : 'The app answered with an error (dispatch_failed).';
}

function blocksOf(source: Source): readonly unknown[] {
  return source.kind === 'view' ? listOf(source.view.content['blocks']) : (source.message.blocks ?? []);
}

/** The action as Slack words it: the value of a button, the choice of a menu. A choice that is no option becomes none. */
function actionOf(element: Fields, target: Target, entered: Fields): Fields {
  const { type } = element;
  const common = { type, action_id: target.actionId, block_id: target.blockId, action_ts: actionTs() };
  if (type === 'button') return { ...common, text: element['text'], value: element['value'] };
  if (type !== 'overflow') return { ...common, ...reportedValue(element, entered) };
  const chosen = isFields(entered['selected_option']) ? entered['selected_option']['value'] : undefined;
  const option = listOf(element['options']).find(
    (candidate) => isFields(candidate) && candidate['value'] === chosen,
  );
  return { ...common, selected_option: option ?? null };
}
