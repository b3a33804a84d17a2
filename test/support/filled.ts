import { type Fields, isFields, listOf } from '../../playground/block-kit/problem.ts';
import { elementsOf, type Values } from '../../playground/slack/form-values.ts';
import { optionsIn, wordsOf } from './shown-blocks.ts';

/**
 * What a form's fields are filled with, by field (block id): text, `yyyy-mm-dd` for a day, `hh:mm` for a time, a value or
 * label for a select or radio buttons, a list of them for checkboxes and selects of several, ids for people and places.
 */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The state that Slack's client would send; throws where the blocks have no such field or option. */
export function valuesFor(blocks: readonly unknown[], filled: Filled): Values {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const field = `${block['block_id']}`;
    const value = filled[field];
    if (value === undefined) continue;
    values[field] = { ...values[field], [`${element['action_id']}`]: valueFor(element, value) };
  }
  const unknown = Object.keys(filled).filter((field) => !(field in values));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`);
  return values;
}

const ONE_CHOSEN: Readonly<Record<string, string>> = {
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
};

const SEVERAL_CHOSEN: Readonly<Record<string, string>> = {
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
};

function valueFor(element: Fields, given: string | readonly string[]): Fields {
  const type = `${element['type']}`;
  const several = typeof given === 'string' ? (given === '' ? [] : [given]) : given;
  const [one = ''] = several;
  const several_field = SEVERAL_CHOSEN[type];
  if (several_field !== undefined) return { [several_field]: several };
  const field = ONE_CHOSEN[type];
  if (field !== undefined) return { [field]: one === '' ? null : one };
  switch (type) {
    case 'datetimepicker':
      return { selected_date_time: one === '' ? null : Number(one) };
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return { selected_option: one === '' ? null : optionOf(element, one) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: several.map((each) => optionOf(element, each)) };
    default:
      return { value: one };
  }
}

/** An option by its value or its label. An external select takes what it is given: only the app knows its options. */
function optionOf(element: Fields, wanted: string): Fields {
  const known = [...optionsIn(element), element['initial_option'], ...listOf(element['initial_options'])];
  const found = known.find(
    (each) => isFields(each) && (each['value'] === wanted || wordsOf(each) === wanted),
  );
  if (isFields(found)) return found;
  if (`${element['type']}`.includes('external')) {
    return { text: { type: 'plain_text', text: wanted }, value: wanted };
  }
  throw new Error(`there is no option “${wanted}”`);
}
