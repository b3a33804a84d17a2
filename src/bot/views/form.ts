import type { types } from '@slack/bolt';
import { type Block, blocksForView, type Reply, section, type View } from '../slack/blocks.ts';
import { shorten } from '../slack/escape.ts';

/** The callback ids of every form: what Slack sends back when one is submitted. */
export const FORM = {
  log: 'log-form',
  edit: 'edit-form',
  note: 'note-form',
  renameTag: 'rename-tag-form',
  mergeTag: 'merge-tag-form',
  dayNote: 'day-note-form',
  task: 'task-form',
  newTask: 'new-task-form',
  editTask: 'edit-task-form',
  chooseTask: 'choose-task-form',
  zone: 'zone-form',
  settings: 'settings-form',
  startTimer: 'start-timer-form',
  switchTimer: 'switch-timer-form',
  stoppedAt: 'stopped-at-form',
  split: 'split-form',
  move: 'move-form',
  teamLeads: 'team-leads-form',
  teamDigest: 'team-digest-form',
} as const;

/** The action ids of selects that Slack asks us to fill. */
export const OPTIONS = { task: 'task-options', zone: 'zone-options', ownZone: 'own-zone-options' } as const;

const TITLE = 24;
const LABEL = 2000;
const OPTION_TEXT = 75;

export type Form = {
  readonly callback: string;
  readonly title: string;
  readonly submit: string;
  /** What the form must remember, sealed. */
  readonly state: string;
  readonly blocks: readonly Block[];
};

export function modal({ callback, title, submit, state, blocks }: Form): View {
  return {
    type: 'modal',
    callback_id: callback,
    title: { type: 'plain_text', text: shorten(title, TITLE) },
    submit: { type: 'plain_text', text: shorten(submit, TITLE) },
    close: { type: 'plain_text', text: 'Cancel' },
    private_metadata: state,
    blocks: [...blocks],
  };
}

/** A form's last page: the answer, with its buttons, for where it can't go to the conversation. */
export function replyPage(title: string, { blocks }: Reply): View {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, TITLE) },
    close: { type: 'plain_text', text: 'Done' },
    blocks: [...blocksForView(blocks)],
  };
}

/** What is said above the fields, if anything: a sentence of mrkdwn. */
export function noticeBlocks(notice: string | undefined): readonly Block[] {
  return notice === undefined ? [] : [section(notice)];
}

/** What stands in a field from the start; empty text is none. */
export function filled(value: string | undefined): { readonly value?: string } {
  return value === undefined || value === '' ? {} : { value };
}

type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

export type TextField = Field & {
  readonly value?: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly multiline?: boolean;
  readonly focus?: boolean;
};

/** A field's block and its element share one id: Slack returns values by both, and shows errors by the block's. */
export function textField({ value, placeholder, maxLength, multiline, focus, ...field }: TextField): Block {
  return input(field, {
    type: 'plain_text_input',
    action_id: field.id,
    max_length: maxLength,
    multiline: multiline === true,
    ...(focus === true ? { focus_on_load: true } : {}),
    ...(value === undefined ? {} : { initial_value: value }),
    ...(placeholder === undefined ? {} : { placeholder: { type: 'plain_text', text: placeholder } }),
  });
}

export function dateField({ value, ...field }: Field & { readonly value: string }): Block {
  return input(field, { type: 'datepicker', action_id: field.id, initial_date: value });
}

export type Option = { readonly text: string; readonly value: string };

/** A select whose options Slack asks for while the person types; `options` is the action id that is asked. */
export function searchField({
  value,
  placeholder,
  options,
  ...field
}: Field & { readonly value?: Option; readonly placeholder: string; readonly options: string }): Block {
  return input(field, {
    type: 'external_select',
    action_id: options,
    min_query_length: 0,
    placeholder: { type: 'plain_text', text: placeholder },
    ...(value === undefined ? {} : { initial_option: slackOption(value) }),
  });
}

export function slackOption({ text, value }: Option): types.PlainTextOption {
  return { text: { type: 'plain_text', text: shorten(text, OPTION_TEXT) }, value };
}

/** A select of few options that are known when the form opens. */
export function selectField({
  value,
  options,
  ...field
}: Field & { readonly value: string; readonly options: readonly Option[] }): Block {
  return input(field, {
    type: 'static_select',
    action_id: field.id,
    options: options.map(slackOption),
    ...initialOption(options, value),
  });
}

/** A select of the workspace's members, which Slack fills by itself; `values` are ids. */
export function membersField({
  values,
  most,
  placeholder,
  ...field
}: Field & {
  readonly values: readonly string[];
  readonly most: number;
  readonly placeholder: string;
}): Block {
  return input(field, {
    type: 'multi_users_select',
    action_id: field.id,
    max_selected_items: most,
    placeholder: { type: 'plain_text', text: placeholder },
    ...(values.length === 0 ? {} : { initial_users: [...values] }),
  });
}

/** A select of channels, public and private, which Slack fills by itself; `value` is an id. */
export function channelField({
  value,
  placeholder,
  ...field
}: Field & { readonly value?: string; readonly placeholder: string }): Block {
  return input(field, {
    type: 'conversations_select',
    action_id: field.id,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    placeholder: { type: 'plain_text', text: placeholder },
    ...(value === undefined ? {} : { initial_conversation: value }),
  });
}

/** Two or three options that all stand in sight. */
export function radioField({
  value,
  options,
  ...field
}: Field & { readonly value: string; readonly options: readonly Option[] }): Block {
  return input(field, {
    type: 'radio_buttons',
    action_id: field.id,
    options: options.map(slackOption),
    ...initialOption(options, value),
  });
}

/** Up to ten boxes to tick; `values` are those that are ticked. */
export function checkboxField({
  values,
  options,
  ...field
}: Field & { readonly values: readonly string[]; readonly options: readonly Option[] }): Block {
  const ticked = options.filter(({ value }) => values.includes(value)).map(slackOption);
  return input(field, {
    type: 'checkboxes',
    action_id: field.id,
    options: options.map(slackOption),
    // Slack refuses an empty list.
    ...(ticked.length === 0 ? {} : { initial_options: ticked }),
  });
}

/** A time of day, `hh:mm`. */
export function timeField({ value, ...field }: Field & { readonly value: string }): Block {
  return input(field, { type: 'timepicker', action_id: field.id, initial_time: value });
}

function initialOption(options: readonly Option[], wanted: string) {
  const option = options.find(({ value }) => value === wanted);
  return option === undefined ? {} : { initial_option: slackOption(option) };
}

function input({ id, label, hint, optional }: Field, element: types.InputBlock['element']): Block {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: shorten(label, LABEL) },
    optional: optional === true,
    element,
    ...(hint === undefined ? {} : { hint: { type: 'plain_text', text: shorten(hint, LABEL) } }),
  };
}
