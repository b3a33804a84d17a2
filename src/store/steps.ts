import { isDeepStrictEqual } from 'node:util';
import type { Step } from './kinds/journal.ts';
import { TRACK } from './kinds/track.ts';
import { kindAt } from './kinds.ts';
import { type Fields, type Item, type ItemKey, keyOfItem, without } from './layer/item.ts';
import { type When, type Write, withVersion } from './layer/write.ts';
import { KEPT_FOR, timeToLive } from './stamp.ts';

/** One row of a change: its step, and the whole row where the change makes it. */
export type Move = { readonly step: Step; readonly row?: Item };

/** Attributes of one of the member's own rows become others; `null` versions stand for a row that is not there yet. */
export function changeRow(key: ItemKey, before: Fields, after: Fields, stamp: number): Move {
  const { changed, same } = compare(without(before, TRACK), without(after, TRACK));
  return {
    step: {
      k: key.sk,
      b: { ...changed.before, v: before['v'] ?? null },
      a: { ...changed.after, v: stamp },
      ...(Object.keys(same).length === 0 ? {} : { s: same }),
      ...shapeOf(key),
    },
  };
}

/** One of the member's own rows, `item`, becomes a tombstone. */
export function deleteRow(item: Item, stamp: number): Move {
  const key = keyOfItem(item);
  const s = contentOf(item);
  const b = { v: item['v'], del: null, ttl: null };
  const a = { v: stamp, del: stamp, ttl: timeToLive(stamp, KEPT_FOR) };
  return { step: { k: key.sk, b, a, s, ...shapeOf(key) } };
}

/** A row of the member's own that was not there; before it counts as a tombstone, which it becomes again by undo. */
export function createRow(item: Item, stamp: number): Move {
  const key = keyOfItem(item);
  const b = { v: 0, del: stamp, ttl: timeToLive(stamp, KEPT_FOR) };
  const a = { v: stamp, del: null, ttl: null };
  return { step: { k: key.sk, b, a, s: contentOf(item), ...shapeOf(key) }, row: { ...item, v: stamp } };
}

/** Attributes of a row that others may change too: only the ones that differ are guarded, not the version. */
export function changeSharedRow(before: Item, after: Item): Move {
  const key = keyOfItem(before);
  const { changed, same } = compare(contentOf(before), contentOf(after));
  return { step: { p: key.pk, k: key.sk, b: changed.before, a: changed.after, s: same, ...shapeOf(key) } };
}

/** A new row that others may change; its tombstone has no time to live. */
export function createSharedRow(item: Item, stamp: number): Move {
  const key = keyOfItem(item);
  const step = {
    p: key.pk,
    k: key.sk,
    b: { del: stamp },
    a: { del: null },
    s: contentOf(item),
    ...shapeOf(key),
  };
  return { step, row: { ...item, v: stamp } };
}

/** A row that others may change becomes a tombstone, for ever. */
export function deleteSharedRow(item: Item, stamp: number): Move {
  const key = keyOfItem(item);
  const [b, a] = [{ del: null }, { del: stamp }];
  return { step: { p: key.pk, k: key.sk, b, a, s: contentOf(item), ...shapeOf(key) } };
}

/** True when the move changes nothing that a person could see. */
export function isIdle({ step }: Move): boolean {
  return Object.keys(step.b).every((name) => name === 'v');
}

/** The write that carries a move out for the first time. */
export function firstWrite(own: string, { step, row }: Move, stamp: number): Write {
  if (row === undefined) return stepWrite(own, step, 'b', 'a', stamp);
  return { action: 'put', key: keyOfItem(row), item: row, when: { row: 'absent' } };
}

/** Before (`b`) or after (`a`) a step. */
export type Side = 'b' | 'a';

/** The write that moves a step's row from one side to the other again; `stamp` is the version a shared row gets. */
export function stepWrite(own: string, step: Step, from: Side, to: Side, stamp: number): Write {
  const write = sideWrite(own, step, from, to, stamp);
  // What takes a row away takes what others made of it too: it may go only as this line of the journal knows it.
  const takesAway = step.p !== undefined && typeof step[to]['del'] === 'number';
  if (!takesAway) return write;
  return {
    ...write,
    when: { ...write.when, fields: { ...wholeContent(write.key, step), ...write.when.fields } },
  };
}

function wholeContent(key: ItemKey, { s = {} }: Step): Fields {
  const names = kindAt(key)?.attributes.filter((name) => !TRACK.includes(name)) ?? [];
  return Object.fromEntries(names.map((name) => [name, s[name] ?? null]));
}

function sideWrite(own: string, step: Step, from: Side, to: Side, stamp: number) {
  const key = { pk: step.p ?? own, sk: step.k };
  const there = step[from];
  const shared: When = { row: 'there', fields: { del: null, ...there } };
  const when: When = step.p === undefined ? { fields: { v: there['v'] } } : shared;
  const fields = step.p === undefined ? step[to] : { ...step[to], v: stamp };
  // A tombstone is kept from now on, not from when it was one before.
  const set = typeof fields['ttl'] === 'number' ? { ...fields, ttl: timeToLive(stamp, KEPT_FOR) } : fields;
  return { action: 'update', key, set, when: withVersion(when, step.sv ?? 1) } as const;
}

/** The row of a step as it is on one side, in the form in which the table holds it. */
export function sideOf(own: string, step: Step, side: Side, stamp: number): Item {
  const fields = Object.entries({ ...step.s, ...step[side] }).filter(([, value]) => value !== null);
  const shared = step.p === undefined ? {} : { v: stamp };
  return { ...Object.fromEntries(fields), ...shared, pk: step.p ?? own, sk: step.k };
}

/** True when the fields of a step are of the shape in which its row is written today. */
export function isCurrent(own: string, step: Step): boolean {
  return (step.sv ?? 1) === kindAt({ pk: step.p ?? own, sk: step.k })?.version;
}

function shapeOf(key: ItemKey): { sv?: number } {
  const version = kindAt(key)?.version ?? 1;
  return version === 1 ? {} : { sv: version };
}

function contentOf(item: Item): Item {
  return without(item, ['pk', 'sk', 'sv', ...TRACK]);
}

function compare(before: Fields, after: Fields) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differs = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const pick = (from: Fields) => Object.fromEntries(differs.map((name) => [name, from[name] ?? null]));
  return { changed: { before: pick(before), after: pick(after) }, same: without(before, differs) };
}
