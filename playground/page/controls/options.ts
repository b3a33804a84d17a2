import type { Fields } from '../../block-kit/problem.ts';
import { fieldListOf, stringOf, wordsOf } from '../reading.ts';

export type OptionGroup = { readonly label: string; readonly options: readonly Fields[] };

/** The options of a menu in groups; a menu without groups is one group without a name. */
export function groupsOf(menu: Fields): readonly OptionGroup[] {
  const groups = fieldListOf(menu['option_groups']);
  if (groups.length === 0) return [{ label: '', options: fieldListOf(menu['options']) }];
  return groups.map((group) => ({ label: wordsOf(group['label']), options: fieldListOf(group['options']) }));
}

export function optionsOf(menu: Fields): readonly Fields[] {
  return groupsOf(menu).flatMap(({ options }) => options);
}

export function valueOfOption(option: unknown): string {
  return typeof option === 'object' && option !== null && 'value' in option ? stringOf(option.value) : '';
}
