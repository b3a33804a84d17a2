import { type Fields, type Item, type ItemKey, itemOf } from './item.ts';
import type { Kind } from './kind.ts';

/** What the row must be: not there, there, or either not there or with the fields as stated. */
type RowState = 'absent' | 'there' | 'absent or such';

/** What must hold for a write; a field that is `null` must be missing. */
export type When = { readonly row?: RowState; readonly fields?: Fields };

/** One write as plain data. In an update, a field that is `null` is removed. */
export type Write =
  | { readonly action: 'put'; readonly key: ItemKey; readonly item: Item; readonly when: When }
  | { readonly action: 'update'; readonly key: ItemKey; readonly set: Fields; readonly when: When }
  /** The row goes for good; what undo may bring back becomes a tombstone instead. */
  | { readonly action: 'remove'; readonly key: ItemKey; readonly when: When }
  | { readonly action: 'check'; readonly key: ItemKey; readonly when: When };

/** Attributes of a kind that are set or must be as stated; `null`: removed, or must be missing. */
export type FieldsOf<Attributes> = { readonly [Name in keyof Attributes]?: Attributes[Name] | null };

type WhenOf<Attributes> = { readonly row?: RowState; readonly fields?: FieldsOf<Attributes> };

/** Writes a whole row. */
export function put<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  row: Key & Attributes,
  when: WhenOf<Attributes> = {},
): Write {
  return { action: 'put', key: kind.keyOf(row), item: kind.item(row), when: plain(when) };
}

/** Writes some attributes of a row; one of an older version is refused, so that shapes never mix. */
export function update<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  key: Key,
  set: FieldsOf<Attributes>,
  when: WhenOf<Attributes>,
): Write {
  return {
    action: 'update',
    key: kind.keyOf(key),
    set: itemOf(set),
    when: withVersion(plain(when), kind.version),
  };
}

/** Removes a row for good. */
export function remove<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  key: Key,
  when: WhenOf<Attributes>,
): Write {
  return { action: 'remove', key: kind.keyOf(key), when: plain(when) };
}

/** Writes nothing, but refuses the whole transaction unless `when` holds. */
export function check<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  key: Key,
  when: WhenOf<Attributes>,
): Write {
  return { action: 'check', key: kind.keyOf(key), when: withVersion(plain(when), kind.version) };
}

/** The same condition, for rows of the kind's newest version only. */
export function withVersion(when: When, version: number): When {
  return version === 1 ? when : { ...when, fields: { ...when.fields, sv: version } };
}

function plain(when: { readonly row?: RowState; readonly fields?: object }): When {
  const { row, fields } = when;
  return {
    ...(row === undefined ? {} : { row }),
    ...(fields === undefined ? {} : { fields: itemOf(fields) }),
  };
}
