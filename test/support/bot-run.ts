import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { type Fields, isFields, listOf } from '../../playground/block-kit/problem.ts';
import type { Handler } from '../../playground/slack/delivery.ts';
import { elementsOf, stateOf } from '../../playground/slack/form-values.ts';
import { payloadRequest, viewSubmission } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET, type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import type { Message, View } from '../../playground/slack/snapshot.ts';
import { GENERAL, PEOPLE, type Person } from '../../playground/slack/workspace.ts';
import { createBot } from '../../src/bot/create-bot.ts';
import type { LogLine } from '../../src/bot/effects.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore } from './engine.ts';

export const [ANA, BEN] = people();

/** A Wednesday, 18:05 in Madrid and 12:05 in New York. */
export const NOW = Date.UTC(2026, 8, 16, 16, 5);

/** What a form's fields are filled with, by field: text, `yyyy-mm-dd` for a day, an option's value for a select. */
export type Filled = Readonly<Record<string, string>>;

/** The real bot on the real engine, driven as a member would through the Slack stand-in. */
export type BotRun = {
  readonly slack: SlackStandIn;
  readonly store: Store;
  readonly handler: Handler;
  readonly clock: { now: number };
  readonly logged: LogLine[];
  /** Types after `/track` and gives back what the member then sees last. */
  readonly track: (text: string, person?: Person) => Promise<string>;
  /** Presses the button with this label in the newest message that has it; gives back what the member then sees last. */
  readonly press: (label: string, person?: Person) => Promise<string>;
  /** Presses a button in the message with this timestamp. */
  readonly pressIn: (messageTs: string, label: string, person?: Person) => Promise<void>;
  /** Fills and sends the form that is open; gives back its errors, by field. */
  readonly submit: (filled: Filled, person?: Person) => Promise<Readonly<Record<string, string>>>;
  /** Sends a form that was open before, as a second device or a second click would. */
  readonly resubmit: (view: View | undefined, filled: Filled) => Promise<void>;
  /** What a select of the open form offers for what was typed. */
  readonly options: (field: string, typed: string, person?: Person) => Promise<readonly string[]>;
  /** Delivers the last command's request once more, to the letter. */
  readonly repeatLastCommand: () => Promise<void>;
  /** The texts that repeated commands were answered with. */
  readonly repeated: () => readonly string[];
  readonly form: (person?: Person) => View | undefined;
  readonly lastMessage: (person?: Person) => Message | undefined;
  readonly lastText: (person?: Person) => string;
  readonly buttons: (person?: Person) => readonly string[];
  /** Everything that Slack would have refused or shown as a failure so far. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
};

export type BotRunOptions = {
  readonly now?: number;
  readonly botToken?: string;
  /** Takes the place of the engine's store, for injected faults. */
  readonly store?: Store;
};

export async function runBot({ now = NOW, botToken, store: given }: BotRunOptions = {}): Promise<BotRun> {
  const clock = { now };
  const logged: LogLine[] = [];
  const store = given ?? (await freshStore({ now: () => clock.now }));
  let handler: Handler | undefined;
  let lastCommand: LambdaFunctionURLEvent | undefined;
  const repeated: string[] = [];
  const slack = await startSlack({
    createHandler: (app) => {
      const settings = { ...app, ...(botToken === undefined ? {} : { botToken }) };
      const effects = {
        now: () => clock.now,
        fetch: app.fetch,
        log: (line: LogLine) => void logged.push(line),
      };
      const bot = createBot(settings, store, effects);
      handler = async (event) => {
        if (event.body !== undefined && decoded(event).includes('command=')) lastCommand = event;
        return bot(event);
      };
      return handler;
    },
    responseUrlBase: 'http://127.0.0.1:1/response/',
    now: () => clock.now,
  });
  if (handler === undefined) throw new Error('the stand-in made no handler');

  const messages = (person: Person) => slack.snapshot(person).messages;
  const form = (person = ANA) => slack.snapshot(person).modals.at(-1);
  const lastMessage = (person = ANA) => messages(person).at(-1);
  const lastText = (person = ANA) => lastMessage(person)?.text ?? '';

  return {
    slack,
    store,
    handler,
    clock,
    logged,
    form,
    lastMessage,
    lastText,
    async track(text, person = ANA) {
      await slack.send(person, GENERAL.id, `/track ${text}`);
      return lastText(person);
    },
    async press(label, person = ANA) {
      for (const message of messages(person).toReversed()) {
        const placed = elementsOf(message.blocks ?? []).find(({ element }) => labelOf(element) === label);
        if (placed === undefined) continue;
        const target = {
          messageTs: message.ts,
          blockId: `${placed.block['block_id']}`,
          actionId: `${placed.element['action_id']}`,
        };
        await slack.act(person, target, {}, {});
        return lastText(person);
      }
      throw new Error(
        `no button “${label}” in: ${messages(person)
          .map(({ text }) => text)
          .join(' | ')}`,
      );
    },
    async pressIn(messageTs, label, person = ANA) {
      const blocks = messages(person).find(({ ts }) => ts === messageTs)?.blocks ?? [];
      const placed = elementsOf(blocks).find(({ element }) => labelOf(element) === label);
      if (placed === undefined) throw new Error(`no button “${label}” in message ${messageTs}`);
      const ids = { blockId: `${placed.block['block_id']}`, actionId: `${placed.element['action_id']}` };
      await slack.act(person, { messageTs, ...ids }, {}, {});
    },
    async resubmit(view, filled) {
      if (view === undefined || handler === undefined) throw new Error('no form was open');
      if (await slack.submit(ANA, view.id, entered(view, filled))) return;
      const { values } = stateOf(listOf(view.content['blocks']), entered(view, filled));
      const request = payloadRequest(viewSubmission(ANA, view, 'T.again', values, []));
      await handler(signedEvent(request, SIGNING_SECRET, clock.now), lambdaContext());
    },
    async options(field, typed, person = ANA) {
      const view = form(person);
      const placed = elementsOf(listOf(view?.content['blocks'])).find(
        ({ block }) => block['block_id'] === field,
      );
      const target = { viewId: view?.id, blockId: field, actionId: `${placed?.element['action_id']}` };
      const answer = await slack.loadOptions(person, target, typed, {});
      if (typeof answer === 'string') throw new Error(answer);
      return listOf(answer['options']).map((option) =>
        isFields(option) && isFields(option['text']) ? `${option['text']['text']}` : '',
      );
    },
    async repeatLastCommand() {
      if (lastCommand === undefined || handler === undefined) throw new Error('no command was typed');
      const result = await handler(lastCommand, lambdaContext());
      const body: unknown = typeof result === 'string' ? undefined : JSON.parse(result.body ?? '{}');
      repeated.push(isFields(body) ? `${body['text']}` : '');
    },
    repeated: () => repeated,
    async submit(filled, person = ANA) {
      const view = form(person);
      if (view === undefined) throw new Error('no form is open');
      await slack.submit(person, view.id, entered(view, filled));
      return form(person)?.errors ?? {};
    },
    buttons: (person = ANA) =>
      elementsOf(lastMessage(person)?.blocks ?? [])
        .map(({ element }) => labelOf(element))
        .filter((label) => label !== undefined),
    problems: () => [
      ...logged.filter(({ level }) => level === 'error').map((line) => JSON.stringify(line)),
      ...slack.log
        .entries()
        .filter(({ failed, problems }) => failed || problems.length > 0)
        .map(({ name, outcome, problems }) => `${name}: ${outcome} ${JSON.stringify(problems)}`),
      ...PEOPLE.flatMap((person) => slack.snapshot(person).notices.map(({ text }) => text)),
    ],
    stop: () => slack.stop(),
  };
}

function entered(view: View, filled: Filled): Record<string, Record<string, Fields>> {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of elementsOf(listOf(view.content['blocks']))) {
    const field = `${block['block_id']}`;
    const value = filled[field];
    if (value === undefined) continue;
    values[field] = { [`${element['action_id']}`]: valueFor(element, value) };
  }
  const unknown = Object.keys(filled).filter((field) => !(field in values));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`);
  return values;
}

function valueFor(element: Fields, value: string): Fields {
  if (element['type'] === 'datepicker') return { selected_date: value };
  if (element['type'] === 'external_select') {
    return { selected_option: { text: { type: 'plain_text', text: value }, value } };
  }
  return { value };
}

function decoded({ body = '', isBase64Encoded }: LambdaFunctionURLEvent): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function labelOf(element: Fields): string | undefined {
  const text = element['text'];
  return element['type'] === 'button' && isFields(text) ? `${text['text']}` : undefined;
}

function people(): readonly [Person, Person] {
  const [ana, ben] = PEOPLE;
  if (!ana || !ben) throw new Error('the playground has two people');
  return [ana, ben];
}
