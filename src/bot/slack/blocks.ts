import type { types } from '@slack/bolt';
import { shorten, shortenEscaped } from './escape.ts';

export type Block = types.KnownBlock;
export type View = types.ModalView;
export type HomeView = types.HomeView;
export type Button = types.Button;
export type Menu = types.Overflow;

/** What Slack shows: `text` is the whole message for screen readers and notifications, `blocks` its look. */
export type Reply = OwnReply | SharedReply;

type Shown = { readonly text: string; readonly blocks: readonly Block[] };

/** Seen by the member alone, so it may tell of anything of theirs and carry buttons that change it. */
export type OwnReply = Shown & { readonly shared?: never };

/** What its member wants everybody in the channel to see: nothing of theirs may be added to it. */
export type SharedReply = Shown & { readonly shared: true };

/** Slack's limits that replies are shortened to (slack.dev, Block Kit reference). */
const SECTION_TEXT = 3000;
const HEADER_TEXT = 150;
const BUTTON_TEXT = 75;
const BUTTON_VALUE = 2000;
const OPTION_VALUE = 150;
const MESSAGE_TEXT = 3900;

/** A paragraph of mrkdwn; whatever a person wrote in it must have been escaped. */
export function section(mrkdwn: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: shortenEscaped(mrkdwn, SECTION_TEXT) } };
}

/** Lines of mrkdwn in as many sections as they need: none is cut but one that is too long by itself. */
export function sections(lines: readonly string[]): readonly Block[] {
  const texts: string[] = [];
  for (const line of lines) {
    const together = [texts.at(-1) ?? '', line].filter((part) => part !== '').join('\n');
    if (texts.length > 0 && together.length <= SECTION_TEXT) texts[texts.length - 1] = together;
    else texts.push(line);
  }
  return texts.map(section);
}

/** A title; plain text, so nothing in it is escaped. */
export function header(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text: shorten(text, HEADER_TEXT), emoji: true } };
}

/** Text in a font whose characters are all of one width, as it stands. */
export function preformatted(text: string): Block {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

/** A paragraph with a button or a menu at its side. */
export function sectionWith(blockId: string, mrkdwn: string, accessory: Button | Menu): Block {
  return {
    type: 'section',
    block_id: blockId,
    text: { type: 'mrkdwn', text: shortenEscaped(mrkdwn, SECTION_TEXT) },
    accessory,
  };
}

/** Small print below a message. */
export function context(mrkdwn: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: shortenEscaped(mrkdwn, SECTION_TEXT) }] };
}

export function divider(): Block {
  return { type: 'divider' };
}

export function actions(blockId: string, elements: readonly (Button | Menu)[]): Block {
  return { type: 'actions', block_id: blockId, elements: [...elements] };
}

export type MenuOptions = {
  readonly action: string;
  readonly options: readonly { readonly text: string; readonly value: string }[];
};

/** Up to five things to do behind three dots. */
export function menu({ action, options }: MenuOptions): Menu {
  if (options.some(({ value }) => value.length > OPTION_VALUE))
    throw new RangeError(`a value of menu ${action} is too long`);
  return {
    type: 'overflow',
    action_id: action,
    options: options.map(({ text, value }) => ({
      text: { type: 'plain_text', text: shorten(text, BUTTON_TEXT), emoji: true },
      value,
    })),
  };
}

export type ButtonOptions = {
  readonly action: string;
  readonly text: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** Read by screen readers in place of the text, where the text alone does not say what it acts on. */
  readonly label?: string;
  /** Slack asks this before it sends the press: for what can't be taken back. */
  readonly confirm?: {
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly deny: string;
  };
};

export function button({ action, text, value, style, label, confirm }: ButtonOptions): Button {
  if (value.length > BUTTON_VALUE) throw new RangeError(`the value of button ${action} is too long`);
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: shorten(text, BUTTON_TEXT), emoji: true },
    value,
    ...(style === undefined ? {} : { style }),
    ...(label === undefined ? {} : { accessibility_label: shorten(label, BUTTON_TEXT) }),
    ...(confirm === undefined ? {} : { confirm: dialog(confirm) }),
  };
}

function dialog({ title, text, confirm, deny }: Required<ButtonOptions>['confirm']) {
  const plain = (words: string) => ({ type: 'plain_text' as const, text: words });
  const words = { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain(deny) };
  return { ...words, style: 'danger' as const };
}

/** True when a value fits into a button; longer ones must be offered as a line to paste. */
export function fitsButton(value: string): boolean {
  return value.length <= BUTTON_VALUE;
}

export function reply(text: string, blocks: readonly Block[]): OwnReply {
  return { text: shortenEscaped(text, MESSAGE_TEXT), blocks };
}

/** A reply that is one paragraph; `mrkdwn` must have been escaped. */
export function plainReply(mrkdwn: string): OwnReply {
  return reply(mrkdwn, [section(mrkdwn)]);
}

/** The kinds of blocks that Slack takes in forms and in App Home as well as in messages. */
const ON_VIEWS: ReadonlySet<string> = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'rich_text',
  'section',
]);

/** As much of a message as a form or App Home can show; charts and tables are left to messages. */
export function blocksForView(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ type }) => ON_VIEWS.has(type));
}
