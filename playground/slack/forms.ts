import { type Fields, isFields, listOf, type Problem } from '../block-kit/problem.ts';
import type { Delivery } from './delivery.ts';
import { clientErrors, elementsOf, stateOf, type Values } from './form-values.ts';
import type { Notices } from './notices.ts';
import { payloadRequest, viewClosed, viewSubmission } from './payloads.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { View } from './snapshot.ts';
import type { TeamCalls } from './team-calls.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Person } from './workspace.ts';

export type Forms = {
  /** Sends a modal and does what the answer asks. False when the modal is not open. */
  readonly submit: (person: Person, viewId: string, entered: Values) => Promise<boolean>;
  readonly close: (person: Person, viewId: string) => Promise<boolean>;
  /** Closes all that the member has open, as a reload of Slack does. It waits for the app no longer than Slack. */
  readonly closeAll: (person: Person) => Promise<void>;
};

export type FormParts = {
  readonly delivery: Delivery;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly calls: TeamCalls;
  readonly responseUrls: ResponseUrls;
  readonly notices: Notices;
};

const TROUBLE = 'We had some trouble connecting. Try again?';

export function createForms({ delivery, views, triggers, calls, responseUrls, notices }: FormParts): Forms {
  const openView = (person: Person, viewId: string) =>
    views.stackOf(person.id).find(({ id }) => id === viewId);

  /** Conversation menus may ask for a response URL, the only one that a form can have. */
  function responseUrlsOf(person: Person, blocks: readonly unknown[], values: Values): readonly Fields[] {
    return elementsOf(blocks).flatMap(({ block, element }) => {
      const [block_id, action_id] = [`${block['block_id']}`, `${element['action_id']}`];
      const value = values[block_id]?.[action_id];
      const channel_id = value?.['selected_conversation'] ?? value?.['selected_channel'];
      if (element['response_url_enabled'] !== true || typeof channel_id !== 'string') return [];
      const response_url = responseUrls.mint({ conversationId: channel_id, memberId: person.id });
      return [{ block_id, action_id, channel_id, response_url }];
    });
  }

  async function obey(person: Person, view: View, answer: Fields): Promise<string | undefined> {
    switch (answer['response_action']) {
      case undefined:
        views.close(view.id);
        return undefined;
      case 'clear':
        views.clear(person.id);
        return undefined;
      case 'errors':
        return showErrors(view, answer['errors']);
      case 'update':
        return words(await calls.of(person).updateView(view.id, answer['view']));
      case 'push':
        return words(await calls.of(person).pushView(person.id, answer['view']));
      default:
        return `unknown response_action ${JSON.stringify(answer['response_action'])}`;
    }
  }

  function showErrors(view: View, errors: unknown): string | undefined {
    if (!isFields(errors) || Object.keys(errors).length === 0) return 'errors without any error';
    const inputs = listOf(view.content['blocks']).filter(
      (block) => isFields(block) && block['type'] === 'input',
    );
    const known = inputs.map((block) => (isFields(block) ? block['block_id'] : undefined));
    const unknown = Object.keys(errors).filter((blockId) => !known.includes(blockId));
    if (unknown.length > 0) return `errors for ${unknown.join(', ')}, which is no input block`;
    views.setErrors(view.id, Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, `${text}`])));
    return undefined;
  }

  async function tellClosed(person: Person, view: View, isCleared: boolean): Promise<void> {
    if (view.content['notify_on_close'] !== true) return;
    const payload = viewClosed(person, view, isCleared);
    await delivery(`${view.content['callback_id']} (closed)`, payloadRequest(payload), payload);
  }

  return {
    async submit(person, viewId, entered) {
      const view = openView(person, viewId);
      if (!view) return false;
      const blocks = listOf(view.content['blocks']);
      const { values } = stateOf(blocks, entered);
      const errors = clientErrors(blocks, values);
      if (Object.keys(errors).length > 0) {
        views.setErrors(viewId, errors);
        return true;
      }
      const urls = responseUrlsOf(person, blocks, values);
      const payload = viewSubmission(person, view, triggers.mint(person.id, viewId), values, urls);
      const delivered = await delivery(
        `${view.content['callback_id']} (submit)`,
        payloadRequest(payload),
        payload,
      );
      if (delivered.kind === 'failed') {
        views.setFailure(viewId, `${TROUBLE} (${delivered.error})`);
        return true;
      }
      const trouble = await obey(person, view, isFields(delivered.json) ? delivered.json : {});
      if (trouble !== undefined) {
        views.setFailure(viewId, TROUBLE);
        notices.announce(`Slack refused the answer to the form: ${trouble}.`, { memberId: person.id });
      }
      return true;
    },

    async close(person, viewId) {
      const view = openView(person, viewId);
      if (!view) return false;
      views.close(viewId);
      await tellClosed(person, view, false);
      return true;
    },

    async closeAll(person) {
      const open = views.stackOf(person.id);
      if (open.length === 0) return;
      views.clear(person.id);
      await Promise.all(open.toReversed().map((view) => tellClosed(person, view, true)));
    },
  };
}

function words({
  answer,
  problems,
}: {
  readonly answer: Fields;
  readonly problems: readonly Problem[];
}): string | undefined {
  if (answer['ok'] === true) return undefined;
  const [first] = problems;
  return first ? `${answer['error']} at ${first.pointer}: ${first.problem}` : `${answer['error']}`;
}
