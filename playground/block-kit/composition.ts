import { LIMITS } from './limits.ts';
import type { Fields, Report } from './problem.ts';
import {
  boolean,
  list,
  object,
  optional,
  plain,
  type Rule,
  type Shape,
  string,
  text,
  word,
} from './shape.ts';

/** Shapes that several elements share: confirm dialogs, options, filters. */
export const confirm = object({
  title: optional(plain(LIMITS.confirm.title)),
  text: text(LIMITS.confirm.text),
  confirm: optional(plain(LIMITS.confirm.button)),
  deny: optional(plain(LIMITS.confirm.button)),
  style: optional(word('primary', 'danger')),
});

/** An option of a menu: plain text only. */
export const menuOption = optionWith(plain(LIMITS.option.text));

/** An option of checkboxes or radio buttons: mrkdwn is allowed. */
export const choiceOption = optionWith(text(LIMITS.option.text));

export const optionGroup = object({
  label: plain(LIMITS.select.groupLabel),
  options: list(menuOption, LIMITS.select.options),
});

export const dispatchConfig = object({
  trigger_actions_on: optional(list(word('on_enter_pressed', 'on_character_entered'), 2)),
});

export const conversationFilter = object({
  include: optional(list(word('im', 'mpim', 'private', 'public'), 4)),
  exclude_external_shared_channels: optional(boolean),
  exclude_bot_users: optional(boolean),
});

export const slackFile = object(
  { id: optional(string(LIMITS.id)), url: optional(string(LIMITS.url)) },
  exactlyOne('id', 'url'),
);

/** A rule: one of these fields is there, and no second one. */
export function exactlyOne(...names: readonly string[]): Rule {
  return (value: Fields, pointer: string, report: Report) => {
    const present = names.filter((name) => value[name] !== undefined);
    if (present.length !== 1) report(pointer, `needs exactly one of ${names.join(' and ')}`);
  };
}

/** A rule: at least one of these fields is there. */
export function atLeastOne(...names: readonly string[]): Rule {
  return (value: Fields, pointer: string, report: Report) => {
    if (names.every((name) => value[name] === undefined)) report(pointer, `needs one of ${names.join(', ')}`);
  };
}

function optionWith(label: Shape) {
  return object({
    text: label,
    value: optional(string(LIMITS.option.value, { min: 0 })),
    description: optional(plain(LIMITS.option.description)),
    url: optional(string(LIMITS.option.url)),
  });
}
