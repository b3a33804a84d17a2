import type { Tag } from '../../tag.ts';
import type { Block } from '../slack/blocks.ts';
import { filled, textField } from './form.ts';

/** The longest text that a field of a form may hold (slack.dev, plain-text input). */
export const LONGEST_FIELD = 3000;

/** Said at a field whose content no form could show again to be edited. */
export const TOO_MUCH = `Written out, that is more than ${LONGEST_FIELD} characters. Please leave some out.`;

/** Tags as the text of their field; very many go without the marks, which nobody has to write. */
export function tagsText(tags: readonly Tag[]): string {
  const marked = tags.map((tag) => `#${tag}`).join(' ');
  return marked.length <= LONGEST_FIELD ? marked : tags.join(' ');
}

export type TagsField = {
  readonly id: string;
  readonly placeholder: string;
  readonly text: string | undefined;
  /** Tags that are likely wanted, to call them to mind. */
  readonly likely?: readonly Tag[];
};

/** The field for the tags of an entry, a task or a note. */
export function tagsField({ id, placeholder, text, likely = [] }: TagsField): Block {
  return textField({
    id,
    label: 'Tags',
    placeholder,
    optional: true,
    maxLength: LONGEST_FIELD,
    ...(likely.length === 0 ? {} : { hint: `Lately: ${tagsText(likely)}` }),
    ...filled(text),
  });
}
