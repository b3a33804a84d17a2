import {
  choiceOption,
  confirm,
  conversationFilter,
  dispatchConfig,
  exactlyOne,
  menuOption,
  optionGroup,
  slackFile,
} from './composition.ts';
import { LIMITS } from './limits.ts';
import { initialAmongOptions, initialWithinLength, notAbove, uniqueValues } from './option-rules.ts';
import { richText } from './rich-text.ts';
import {
  anything,
  boolean,
  date,
  type Field,
  list,
  number,
  type ObjectShape,
  object,
  optional,
  plain,
  type Shape,
  string,
  time,
  word,
} from './shape.ts';

const actionable = { action_id: optional(string(LIMITS.id)) };
const confirmable = { ...actionable, confirm: optional(confirm) };
const focusable = { focus_on_load: optional(boolean) };
const placeholder = { placeholder: optional(plain(LIMITS.placeholder)) };
const picker = { ...confirmable, ...focusable, ...placeholder };
const typing = {
  ...actionable,
  ...focusable,
  ...placeholder,
  dispatch_action_config: optional(dispatchConfig),
};
const many = { max_selected_items: optional(number(1, LIMITS.select.options)) };
const respondable = { response_url_enabled: optional(boolean) };
const style = { style: optional(word('primary', 'danger')) };
const spoken = { accessibility_label: optional(string(LIMITS.button.accessibilityLabel)) };
const initialList = { initial_options: optional(list(menuOption, LIMITS.select.options)) };
const ids = optional(list(string(LIMITS.id), LIMITS.select.options));
const query = { min_query_length: optional(number(0, LIMITS.input.text)) };
const conversations = {
  default_to_current_conversation: optional(boolean),
  filter: optional(conversationFilter),
};
const picture = { image_url: optional(string(LIMITS.url)), slack_file: optional(slackFile) };
const menu = {
  options: optional(list(menuOption, LIMITS.select.options)),
  option_groups: optional(list(optionGroup, LIMITS.select.groups)),
};
const feedback = object({ text: plain(LIMITS.button.text), ...spoken, value: string(LIMITS.button.value) });

/** Every interactive element and the image, by `type`: what its fields have to look like. */
export const ELEMENTS: Readonly<Record<string, ObjectShape>> = {
  button: object({
    ...confirmable,
    ...style,
    ...spoken,
    text: plain(LIMITS.button.text),
    value: optional(string(LIMITS.button.value, { min: 0 })),
    url: optional(string(LIMITS.url)),
  }),
  workflow_button: object({
    ...confirmable,
    ...style,
    ...spoken,
    text: plain(LIMITS.button.text),
    workflow: anything,
  }),
  icon_button: object({
    ...confirmable,
    ...spoken,
    icon: string(LIMITS.id),
    text: plain(LIMITS.button.text),
    value: optional(string(LIMITS.button.value)),
    visible_to_user_ids: ids,
  }),
  feedback_buttons: object({ ...actionable, positive_button: feedback, negative_button: feedback }),
  image: object({ ...picture, alt_text: string(LIMITS.image.alt) }, exactlyOne('image_url', 'slack_file')),
  static_select: select({ ...menu, initial_option: optional(menuOption) }),
  multi_static_select: select({ ...menu, ...initialList, ...many }),
  external_select: object({ ...picker, ...query, initial_option: optional(menuOption) }),
  multi_external_select: object({ ...picker, ...query, ...initialList, ...many }),
  users_select: object({ ...picker, initial_user: optional(string(LIMITS.id)) }),
  multi_users_select: object({ ...picker, ...many, initial_users: ids }),
  channels_select: object({ ...picker, ...respondable, initial_channel: optional(string(LIMITS.id)) }),
  multi_channels_select: object({ ...picker, ...many, initial_channels: ids }),
  conversations_select: object({
    ...picker,
    ...respondable,
    ...conversations,
    initial_conversation: optional(string(LIMITS.id)),
  }),
  multi_conversations_select: object({ ...picker, ...many, ...conversations, initial_conversations: ids }),
  overflow: object({ ...confirmable, options: list(menuOption, LIMITS.overflow) }, uniqueValues),
  checkboxes: object(
    {
      ...confirmable,
      ...focusable,
      options: list(choiceOption, LIMITS.choices),
      initial_options: optional(list(choiceOption, LIMITS.choices)),
    },
    uniqueValues,
    initialAmongOptions,
  ),
  radio_buttons: object(
    {
      ...confirmable,
      ...focusable,
      options: list(choiceOption, LIMITS.choices),
      initial_option: optional(choiceOption),
    },
    uniqueValues,
    initialAmongOptions,
  ),
  datepicker: object({ ...picker, initial_date: optional(date) }),
  timepicker: object({ ...picker, initial_time: optional(time), timezone: optional(string(LIMITS.id)) }),
  datetimepicker: object({
    ...confirmable,
    ...focusable,
    // Slack asks for exactly ten digits: seconds, not milliseconds.
    initial_date_time: optional(number(1_000_000_000, 9_999_999_999)),
  }),
  plain_text_input: object(
    {
      ...typing,
      initial_value: optional(string(LIMITS.input.text, { min: 0 })),
      multiline: optional(boolean),
      min_length: optional(number(0, LIMITS.input.text)),
      max_length: optional(number(1, LIMITS.input.text)),
    },
    notAbove('min_length', 'max_length'),
    initialWithinLength,
  ),
  number_input: object(
    {
      ...typing,
      is_decimal_allowed: boolean,
      initial_value: optional(numeral()),
      min_value: optional(numeral()),
      max_value: optional(numeral()),
    },
    notAbove('min_value', 'max_value'),
  ),
  email_text_input: object({ ...typing, initial_value: optional(string(LIMITS.input.text)) }),
  url_text_input: object({ ...typing, initial_value: optional(string(LIMITS.url)) }),
  rich_text_input: object({
    ...typing,
    initial_value: optional(richText),
    min_lines: optional(number(1, LIMITS.richTextLines)),
    max_lines: optional(number(1, LIMITS.richTextLines)),
  }),
  file_input: object({
    ...actionable,
    filetypes: optional(list(string(LIMITS.id), LIMITS.select.options)),
    max_files: optional(number(1, LIMITS.files)),
  }),
};

function select(fields: Readonly<Record<string, Shape | Field>>): ObjectShape {
  return object(
    { ...picker, ...fields },
    exactlyOne('options', 'option_groups'),
    uniqueValues,
    initialAmongOptions,
  );
}

function numeral(): Shape {
  return string(40, { pattern: /^-?\d+(\.\d+)?$/ });
}
