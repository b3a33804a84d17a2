import { LONGEST_TAG, type Tag } from '../../tag.ts';
import { section, type View } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { FORM, modal, textField } from './form.ts';

/** The id of the one field of the forms that rename and merge a tag. */
export const TAG_FIELD = 'tag';

/** Asks for a tag's new name, or for the tag that it becomes part of. */
export function tagForm({
  kind,
  tag,
  state,
}: {
  readonly kind: 'rename' | 'merge';
  readonly tag: Tag;
  readonly state: string;
}): View {
  const isRename = kind === 'rename';
  const name = `*#${escapeText(tag)}*`;
  return modal({
    callback: isRename ? FORM.renameTag : FORM.mergeTag,
    title: isRename ? 'Rename tag' : 'Merge tag',
    submit: isRename ? 'Rename' : 'Merge',
    state,
    blocks: [
      section(
        isRename
          ? `All that was logged with ${name} is called by the new name.`
          : `All that was logged with ${name} counts as the other tag.`,
      ),
      textField({
        id: TAG_FIELD,
        label: isRename ? 'New name' : 'Merge into',
        placeholder: '#writing',
        maxLength: 2 * LONGEST_TAG + 1,
        focus: true,
      }),
    ],
  });
}
