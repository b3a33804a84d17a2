import { type Field, readTagsField } from '../../phrase/read-fields.ts';
import type { Tag } from '../../tag.ts';
import { LONGEST_FIELD, TOO_MUCH, tagsText } from './tags-field.ts';

/** Reads the tags of a form: no more than its field can show again. */
export function readTags(text: string | undefined): Field<readonly Tag[]> {
  const read = readTagsField(text ?? '');
  const fits = read.kind === 'error' || tagsText(read.value).length <= LONGEST_FIELD;
  return fits ? read : { kind: 'error', message: TOO_MUCH };
}
