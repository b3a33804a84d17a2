import { type Fields, isFields, listOf, type Report } from './problem.ts';
import type { Rule } from './shape.ts';

/** A rule: no two options of one menu have the same value. */
export function uniqueValues(value: Fields, pointer: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const option of optionsOf(value)) {
    const optionValue = isFields(option) ? option['value'] : undefined;
    if (optionValue !== undefined && seen.has(optionValue)) {
      report(pointer, `two options have the value ${JSON.stringify(optionValue)}`);
    }
    seen.add(optionValue);
  }
}

/** A rule: what is chosen at first is one of the options, letter by letter. */
export function initialAmongOptions(value: Fields, pointer: string, report: Report): void {
  const known = new Set(optionsOf(value).map(fingerprint));
  const single = value['initial_option'];
  if (single !== undefined && !known.has(fingerprint(single))) {
    report(`${pointer}/initial_option`, 'is not one of the options');
  }
  for (const [index, option] of listOf(value['initial_options']).entries()) {
    if (!known.has(fingerprint(option)))
      report(`${pointer}/initial_options/${index}`, 'is not one of the options');
  }
}

/** A rule: of two limits the lower one is not above the upper one. */
export function notAbove(lower: string, upper: string): Rule {
  return (value, pointer, report) => {
    const [low, high] = [Number(value[lower]), Number(value[upper])];
    if (low > high) report(pointer, `${lower} is above ${upper}`);
  };
}

/** A rule: what stands in the field at first is no longer than the field itself allows. */
export function initialWithinLength(value: Fields, pointer: string, report: Report): void {
  const { initial_value: initial, max_length: longest } = value;
  if (typeof initial !== 'string' || typeof longest !== 'number' || initial.length <= longest) return;
  report(
    `${pointer}/initial_value`,
    `has ${initial.length} characters, this field's own max_length is ${longest}`,
  );
}

function optionsOf(value: Fields): readonly unknown[] {
  const grouped = listOf(value['option_groups']).flatMap((group) =>
    isFields(group) ? listOf(group['options']) : [],
  );
  return [...listOf(value['options']), ...grouped];
}

/** What Slack compares: the value and the shown text; `emoji` and the order of fields do not matter. */
function fingerprint(option: unknown): string {
  if (!isFields(option)) return 'none';
  const label = isFields(option['text']) ? option['text']['text'] : undefined;
  return JSON.stringify([option['value'], label]);
}
