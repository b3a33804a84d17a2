import { type Fields, isFields, listOf } from '../block-kit/problem.ts';

/** What a member has entered, by block_id and action_id, each in the shape in which Slack reports it. */
export type Values = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

/** For each element with a state: the field that holds its value, and where its first value stands. */
const STATEFUL: Readonly<Record<string, readonly [field: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
};

export type Placed = { readonly block: Fields; readonly element: Fields };

/** Every element of the blocks, with the block it stands in. */
export function elementsOf(blocks: readonly unknown[]): readonly Placed[] {
  return blocks.filter(isFields).flatMap((block) => {
    const elements = [
      block['element'],
      block['accessory'],
      ...listOf(block['elements']),
      ...listOf(block['actions']),
    ];
    const here = elements.filter(isFields).map((element) => ({ block, element }));
    const inner = block['type'] === 'carousel' ? block['elements'] : block['child_blocks'];
    return [...here, ...elementsOf(listOf(inner))];
  });
}

/** The element that the ids name, if there is one. */
export function findElement(
  blocks: readonly unknown[],
  blockId: string,
  actionId: string,
): Placed | undefined {
  return elementsOf(blocks).find(
    ({ block, element }) => block['block_id'] === blockId && element['action_id'] === actionId,
  );
}

/** The state as Slack sends it: first values, overwritten by what was entered. Values of elements that are gone are dropped. */
export function stateOf(blocks: readonly unknown[], entered: Values): { readonly values: Values } {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const [blockId, actionId] = [`${block['block_id']}`, `${element['action_id']}`];
    const value = reportedValue(element, entered[blockId]?.[actionId]);
    if (value) values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return { values };
}

/** One element's value as Slack reports it; `undefined` for buttons and other elements without a state. */
export function reportedValue(element: Fields, entered: Fields | undefined): Fields | undefined {
  const type = `${element['type']}`;
  const [field, initial] = Object.hasOwn(STATEFUL, type) ? (STATEFUL[type] ?? []) : [];
  if (field === undefined || initial === undefined) return undefined;
  const given = entered && field in entered ? entered[field] : (element[initial] ?? null);
  const value = field === 'selected_options' ? listOf(given) : given === '' ? null : given;
  const timezone = type === 'timepicker' &&
    element['timezone'] !== undefined && { timezone: element['timezone'] };
  return { type, [field]: value, ...timezone };
}

/** What Slack's own client refuses before it asks the app: by block_id, in Slack's words. */
export function clientErrors(blocks: readonly unknown[], values: Values): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (block['type'] !== 'input') continue;
    const blockId = `${block['block_id']}`;
    const error = clientError(block, element, values[blockId]?.[`${element['action_id']}`] ?? {});
    if (error !== undefined) errors[blockId] = error;
  }
  return errors;
}

function clientError(block: Fields, element: Fields, value: Fields): string | undefined {
  const field = STATEFUL[`${element['type']}`]?.[0] ?? '';
  const given = value[field];
  const isEmpty = given === null || given === undefined || (Array.isArray(given) && given.length === 0);
  if (isEmpty) return block['optional'] === true ? undefined : 'Please complete this required field.';
  if (typeof given !== 'string') return undefined;
  if (element['type'] === 'number_input') return numberError(element, given);
  const [min, max] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3000)];
  if (given.length < min) return `Please enter at least ${min} characters.`;
  if (given.length > max) return `Please enter at most ${max} characters.`;
  return undefined;
}

function numberError(element: Fields, given: string): string | undefined {
  const pattern = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(given)) return 'Please enter a valid number.';
  const [min, max] = [element['min_value'], element['max_value']];
  if (min !== undefined && Number(given) < Number(min)) return `Please enter a number of at least ${min}.`;
  if (max !== undefined && Number(given) > Number(max)) return `Please enter a number of at most ${max}.`;
  return undefined;
}
