import type * as z from 'zod/mini';
import { type Item, type ItemKey, itemOf, keyOfItem, without } from './item.ts';
import { type KeyFields, keyCodec } from './key.ts';

/** Turns the attributes of one version into those of the next. */
export type Lift = (attributes: Item) => Item;

/** A row that was read, or what is wrong with it; never what it says. */
export type Reading<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly problem: string };

/** One kind of row: where it lies, what it holds, and how older shapes of it are read. */
export type Kind<Key extends object, Attributes extends object> = {
  readonly name: string;
  /** 1 until the first lift; kept in `sv` from 2 on. */
  readonly version: number;
  /** The names of all attributes that a row of the newest version may have. */
  readonly attributes: readonly string[];
  /** True when a row with this key is of this kind. */
  owns(key: ItemKey): boolean;
  keyOf(key: Key): ItemKey;
  /** The whole row for the table; throws when it breaks the declaration. */
  item(row: Key & Attributes): Item;
  /** Reads a row of any version; says what is wrong where it breaks the declaration. */
  read(item: Item): Reading<Key & Attributes>;
  /** The row in the newest shape, without judging it. */
  lift(item: Item): Item;
};

/** A kind whatever its key and attributes. */
export type AnyKind = Kind<object, object>;

/** Declares a kind by its key templates and its attributes; `lifts[0]` turns version 1 into 2, and so on. */
export function kind<const Pk extends string, const Sk extends string, Attributes extends object>(
  name: string,
  pkTemplate: Pk,
  skTemplate: Sk,
  schema: z.ZodMiniType<Attributes> & { readonly shape: object },
  lifts: readonly Lift[] = [],
): Kind<KeyFields<Pk> & KeyFields<Sk> & object, Attributes> {
  const [pk, sk] = [keyCodec(pkTemplate), keyCodec(skTemplate)];
  const version = lifts.length + 1;
  const lift = (item: Item) => {
    const found = versionOf(item);
    if (found === version) return item;
    const lifted = lifts.slice(found - 1).reduce<Item>((older, next) => next(older), without(item, ['sv']));
    return { ...lifted, sv: version };
  };
  return {
    name,
    version,
    attributes: Object.keys(schema.shape),
    owns: (key) => pk.decode(key.pk) !== undefined && sk.decode(key.sk) !== undefined,
    keyOf: (key) => ({ pk: pk.encode(key), sk: sk.encode(key) }),
    item(row) {
      const key = { pk: pk.encode(row), sk: sk.encode(row) };
      return { ...itemOf(schema.parse(row)), ...key, ...(version > 1 ? { sv: version } : {}) };
    },
    read(item) {
      const key = keyOfItem(item);
      const [owner, place] = [pk.decode(key.pk), sk.decode(key.sk)];
      if (!isFound(owner) || !isFound(place)) return { ok: false, problem: `key is not one of ${name}` };
      if (versionOf(item) > version) return { ok: false, problem: `version ${versionOf(item)} is not known` };
      const attributes = schema.safeParse(lift(item));
      if (attributes.success) return { ok: true, row: { ...owner, ...place, ...attributes.data } };
      return { ok: false, problem: attributes.error.issues.map(faultOf).join('; ') };
    },
    lift,
  };
}

/** The version a row was written in. */
export function versionOf(item: Item): number {
  return typeof item['sv'] === 'number' ? item['sv'] : 1;
}

function isFound<Found>(decoded: Found | undefined): decoded is Found & object {
  return decoded !== undefined;
}

/** Where and what, never the value: this reaches log lines. */
function faultOf({ path, code }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'row'}: ${code}`;
}
