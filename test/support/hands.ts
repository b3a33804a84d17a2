import { type Fields, isFields, listOf } from '../../playground/block-kit/problem.ts';
import { elementsOf, type Placed } from '../../playground/slack/form-values.ts';
import type { SlackStandIn } from '../../playground/slack/slack.ts';
import type { Message, View } from '../../playground/slack/snapshot.ts';
import { GENERAL, type Person } from '../../playground/slack/workspace.ts';
import { type Filled, valuesFor } from './filled.ts';
import { twoPeople } from './people.ts';
import { isExternal, labelled, labelOf, offering, optionsIn, shownText, wordsOf } from './shown-blocks.ts';

const [ANA] = twoPeople();

/** Where something is pressed or chosen, when that is not what the newest message has. */
export type Place = {
  readonly at?: 'message' | 'home' | 'form';
  /** Words that its block shows, or the block before: of many buttons called Edit, the one beside these words. */
  readonly beside?: string;
  /** What else has been filled in on the same form. */
  readonly filled?: Filled;
};

/** What members see, and what they do with it. */
export type Hands = {
  readonly form: (person?: Person) => View | undefined;
  readonly lastMessage: (person?: Person) => Message | undefined;
  readonly lastText: (person?: Person) => string;
  readonly buttons: (person?: Person) => readonly string[];
  /** Presses the button with this label in the newest message that has it; gives back what the member then sees last. */
  readonly press: (label: string, person?: Person) => Promise<string>;
  /** Presses a button in the message with this timestamp. */
  readonly pressIn: (messageTs: string, label: string, person?: Person) => Promise<void>;
  /** Opens the Home tab; gives back what stands there. */
  readonly openHome: (person?: Person) => Promise<string>;
  /** What the published Home shows, a line for each block; what can be used stands in brackets. */
  readonly homeText: (person?: Person) => string;
  /** What the uppermost form shows, in the same way, under its title. */
  readonly formText: (person?: Person) => string;
  /** Presses the first button with this label on the Home, beside these words; gives back what stands there then. */
  readonly pressHome: (label: string, person?: Person, beside?: string) => Promise<string>;
  /** Presses a button on the open form; gives back what the uppermost form shows then. */
  readonly pressInForm: (label: string, person?: Person, place?: Place) => Promise<string>;
  /**
   * Chooses an option by its label in an overflow, a select, checkboxes or radio buttons outside of input blocks; gives back
   * what the place shows then.
   */
  readonly choose: (option: string, place?: Place, person?: Person) => Promise<string>;
  /** Sets any other element outside of an input block (a day, a time, a person) by its field. */
  readonly change: (filled: Filled, place?: Place, person?: Person) => Promise<string>;
  /** What a select of the open form offers for what was typed. */
  readonly options: (field: string, typed: string, person?: Person) => Promise<readonly string[]>;
  /** Fills and sends the form that is open; gives back its errors, by field. */
  readonly submit: (filled: Filled, person?: Person) => Promise<Readonly<Record<string, string>>>;
  /** Closes the uppermost form without sending it. */
  readonly closeForm: (person?: Person) => Promise<void>;
  /** Runs a global shortcut that the manifest declares; gives back what the uppermost form shows then. */
  readonly shortcut: (callbackId: string, person?: Person) => Promise<string>;
  /** Runs a message shortcut that the manifest declares on a message; gives back the same. */
  readonly messageShortcut: (callbackId: string, messageTs: string, person?: Person) => Promise<string>;
  /** Writes a plain message, in #general unless directly to the bot; gives back its timestamp. */
  readonly say: (text: string, person?: Person, where?: 'channel' | 'direct') => Promise<string>;
};

/** A member’s eyes and hands in the Slack stand-in. */
export function createHands(slack: SlackStandIn): Hands {
  const messages = (person: Person) => slack.snapshot(person).messages;
  const form = (person = ANA) => slack.snapshot(person).modals.at(-1);
  const lastMessage = (person = ANA) => messages(person).at(-1);
  const lastText = (person = ANA) => lastMessage(person)?.text ?? '';
  const home = (person: Person) => slack.snapshot(person).home;
  const homeText = (person = ANA) => shownText(blocksOf(home(person)));
  const formText = (person = ANA) => {
    const shown = form(person);
    return shown === undefined
      ? ''
      : [wordsOf(shown.content['title']), shownText(blocksOf(shown))].join('\n');
  };
  const textAt = (at: Place['at'], person: Person) =>
    at === 'home' ? homeText(person) : at === 'form' ? formText(person) : lastText(person);

  /** The places of a kind, each with its blocks: all messages, the newest first, or the one view. */
  function placesAt(at: Place['at'], person: Person): readonly Surface[] {
    if (at === undefined || at === 'message')
      return messages(person)
        .toReversed()
        .map(({ ts, blocks }) => ({ messageTs: ts, blocks: blocks ?? [] }));
    const view = at === 'home' ? home(person) : form(person);
    return view === undefined ? [] : [{ viewId: view.id, blocks: blocksOf(view) }];
  }

  function find(
    what: string,
    { at }: Place,
    person: Person,
    among: (blocks: readonly unknown[]) => readonly Placed[],
  ): readonly [Surface, Placed] {
    for (const surface of placesAt(at, person)) {
      const [placed] = among(surface.blocks);
      if (placed !== undefined) return [surface, placed];
    }
    const shown = placesAt(at, person).map(({ blocks }) => shownText(blocks));
    throw new Error(`no ${what} in: ${shown.join(' | ')}`);
  }

  async function act(
    surface: Surface,
    { block, element }: Placed,
    entered: Fields,
    person: Person,
    filled: Filled = {},
  ) {
    const { blocks, ...where } = surface;
    const [blockId, actionId] = [`${block['block_id']}`, `${element['action_id']}`];
    const values = valuesFor(blocks, filled);
    const isStateful = Object.keys(entered).length > 0;
    const withThis = { ...values, [blockId]: { ...values[blockId], [actionId]: entered } };
    await slack.act(person, { ...where, blockId, actionId }, entered, isStateful ? withThis : values);
  }

  async function optionFor(surface: Surface, { block, element }: Placed, option: string, person: Person) {
    const { blocks: _shown, ...where } = surface;
    const ids = { blockId: `${block['block_id']}`, actionId: `${element['action_id']}` };
    const menu = isExternal(element)
      ? await slack.loadOptions(person, { ...where, ...ids }, option, {})
      : element;
    const found =
      typeof menu === 'string' ? undefined : optionsIn(menu).find((each) => wordsOf(each) === option);
    if (found === undefined) throw new Error(`no option “${option}” in ${element['type']}`);
    return found;
  }

  return {
    form,
    lastMessage,
    lastText,
    buttons: (person = ANA) =>
      elementsOf(lastMessage(person)?.blocks ?? [])
        .map(({ element }) => labelOf(element))
        .filter((label) => label !== undefined),
    async press(label, person = ANA) {
      const [surface, placed] = find(`button “${label}”`, {}, person, (blocks) => labelled(blocks, label));
      await act(surface, placed, {}, person);
      return lastText(person);
    },
    async pressIn(messageTs, label, person = ANA) {
      const blocks = messages(person).find(({ ts }) => ts === messageTs)?.blocks ?? [];
      const placed = elementsOf(blocks).find(({ element }) => labelOf(element) === label);
      if (placed === undefined) throw new Error(`no button “${label}” in message ${messageTs}`);
      const ids = { blockId: `${placed.block['block_id']}`, actionId: `${placed.element['action_id']}` };
      await slack.act(person, { messageTs, ...ids }, {}, {});
    },
    async openHome(person = ANA) {
      await slack.openHome(person);
      return homeText(person);
    },
    homeText,
    formText,
    async pressHome(label, person = ANA, beside = '') {
      const among = (blocks: readonly unknown[]) => labelled(blocks, label, beside);
      const [surface, placed] = find(`button “${label}”`, { at: 'home' }, person, among);
      await act(surface, placed, {}, person);
      return homeText(person);
    },
    async pressInForm(label, person = ANA, { beside, filled } = {}) {
      const among = (blocks: readonly unknown[]) => labelled(blocks, label, beside);
      const [surface, placed] = find(`button “${label}”`, { at: 'form' }, person, among);
      await act(surface, placed, {}, person, filled);
      return formText(person);
    },
    async choose(option, place = {}, person = ANA) {
      const among = (blocks: readonly unknown[]) => offering(blocks, option, place.beside);
      const [surface, placed] = find(`option “${option}”`, place, person, among);
      const chosen = await optionFor(surface, placed, option, person);
      const takesMany = /^(multi_|checkboxes)/.test(`${placed.element['type']}`);
      const before = listOf(placed.element['initial_options']);
      const entered = takesMany ? { selected_options: [...before, chosen] } : { selected_option: chosen };
      await act(surface, placed, entered, person, place.filled);
      return textAt(place.at, person);
    },
    async change(filled, place = {}, person = ANA) {
      const [field = ''] = Object.keys(filled);
      const among = (blocks: readonly unknown[]) =>
        elementsOf(blocks).filter(({ block }) => block['block_id'] === field);
      const [surface, placed] = find(`field “${field}”`, place, person, among);
      const entered = valuesFor(surface.blocks, filled)[field]?.[`${placed.element['action_id']}`] ?? {};
      await act(surface, placed, entered, person, place.filled);
      return textAt(place.at, person);
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
    async submit(filled, person = ANA) {
      const view = form(person);
      if (view === undefined) throw new Error('no form is open');
      await slack.submit(person, view.id, valuesFor(blocksOf(view), filled));
      return form(person)?.errors ?? {};
    },
    async closeForm(person = ANA) {
      await slack.close(person, form(person)?.id ?? '');
    },
    async shortcut(callbackId, person = ANA) {
      const isThere = await slack.shortcut(person, callbackId);
      if (!isThere) throw new Error(`the manifest declares no global shortcut ${callbackId}`);
      return formText(person);
    },
    async messageShortcut(callbackId, messageTs, person = ANA) {
      const isThere = await slack.messageShortcut(person, messageTs, callbackId);
      if (!isThere)
        throw new Error(
          `the manifest declares no message shortcut ${callbackId}, or there is no such message`,
        );
      return formText(person);
    },
    async say(text, person = ANA, where = 'channel') {
      const conversationId = where === 'channel' ? GENERAL.id : person.directMessageId;
      const before = new Set(messages(person).map(({ ts }) => ts));
      await slack.send(person, conversationId, text);
      return messages(person).find(({ ts }) => !before.has(ts))?.ts ?? '';
    },
  };
}

type Surface = { readonly blocks: readonly unknown[]; readonly messageTs?: string; readonly viewId?: string };

export function blocksOf(view: View | undefined): readonly unknown[] {
  return listOf(view?.content['blocks']);
}
