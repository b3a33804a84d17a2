import { type Fields, isFields, listOf } from '../../playground/block-kit/problem.ts';
import { elementsOf, type Placed } from '../../playground/slack/form-values.ts';

/** What a member reads and can use in blocks, a line for each block; what can be pressed or chosen stands in brackets. */
export function shownText(blocks: readonly unknown[]): string {
  return blocks.filter(isFields).map(shownBlock).join('\n');
}

/** The elements with this label that stand in a block which shows `beside`, or right after one that does. */
export function labelled(blocks: readonly unknown[], label: string, beside = ''): readonly Placed[] {
  return elementsOf(blocks).filter(
    ({ block, element }) => labelOf(element) === label && standsBeside(blocks, block, beside),
  );
}

/** The elements that offer an option with this text (external ones may), in the same places. */
export function offering(blocks: readonly unknown[], option: string, beside = ''): readonly Placed[] {
  return elementsOf(blocks).filter(
    ({ block, element }) =>
      (isExternal(element) || optionsIn(element).some((each) => wordsOf(each) === option)) &&
      standsBeside(blocks, block, beside),
  );
}

/** The label of a button. */
export function labelOf(element: Fields): string | undefined {
  return element['type'] === 'button' ? wordsOf(element) : undefined;
}

/** The options of a menu, those in groups too. */
export function optionsIn(menu: Fields): readonly Fields[] {
  const grouped = listOf(menu['option_groups']).flatMap((group) =>
    isFields(group) ? listOf(group['options']) : [],
  );
  return [...listOf(menu['options']), ...grouped].filter(isFields);
}

/** The words of a text object under `text`, however deep. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (!isFields(value)) return '';
  const { text } = value;
  return typeof text === 'string' ? text : wordsOf(text) || wordsOf(value['elements']);
}

export function isExternal({ type }: Fields): boolean {
  return type === 'external_select' || type === 'multi_external_select';
}

function standsBeside(blocks: readonly unknown[], block: Fields, beside: string): boolean {
  const before = blocks[blocks.indexOf(block) - 1];
  return shownText([block]).includes(beside) || shownText([before]).includes(beside);
}

function shownBlock(block: Fields): string {
  const { type } = block;
  if (type === 'divider') return '---';
  if (type === 'image') return `[${block['alt_text']}]`;
  if (type === 'rich_text') return wordsOf(block['elements']);
  const texts = [block['text'], block['title'], block['subtitle'], block['body'], block['label']];
  const parts = [...texts.map(wordsOf), ...[...listOf(block['fields'])].map(wordsOf)];
  const quiet = type === 'context' ? listOf(block['elements']).map(shownInContext) : [];
  const inner = type === 'carousel' ? listOf(block['elements']) : listOf(block['child_blocks']);
  const controls = type === 'context' ? [] : elementsOf([block]).map(({ element }) => shownControl(element));
  const own = inner.length > 0 ? [shownText(inner)] : controls;
  return [...parts, ...quiet, ...own].filter((part) => part !== '').join(' ');
}

function shownInContext(element: unknown): string {
  return isFields(element) && element['type'] === 'image' ? `[${element['alt_text']}]` : wordsOf(element);
}

function shownControl(element: Fields): string {
  const options = optionsIn(element).map(wordsOf);
  const names = [labelOf(element), element['alt_text'], wordsOf(element['placeholder']), options.join(' | ')];
  return `[${names.find((name) => typeof name === 'string' && name !== '') ?? element['type']}]`;
}
