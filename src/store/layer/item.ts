/** A row as the table holds it, keys included. */
export type Item = Readonly<Record<string, unknown>>;

/** The key of a row. */
export type ItemKey = { readonly pk: string; readonly sk: string };

/** Attributes by name; `null` says that the attribute is not there. */
export type Fields = Readonly<Record<string, unknown>>;

/** The key of a row that came from the table. */
export function keyOfItem(item: Item): ItemKey {
  return { pk: String(item['pk']), sk: String(item['sk']) };
}

/** Any object as attributes, without those that are undefined. */
export function itemOf(attributes: object): Item {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

/** The attributes of `item` but for `names`. */
export function without(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

/** True when a row is there for readers: neither deleted nor past its time to live, which the table clears late. */
export function isLive(item: Item, now: number): boolean {
  const { del, ttl } = item;
  return del === undefined && !(typeof ttl === 'number' && ttl * 1000 < now);
}
