import type { Step } from './kinds/journal.ts';
import type { Item } from './layer/item.ts';
import type { Write } from './layer/write.ts';
import { KEPT_FOR, timeToLive } from './stamp.ts';
import { type Side, sideOf, stepWrite } from './steps.ts';
import type { CreatedRow, Line } from './undo-list.ts';

/** Which way a line of the journal is walked. */
export type Direction = 'undo' | 'redo';

/** A line that can be moved, with those of its steps that are to be moved with it. */
export type MovableLine = Exclude<Line, { kind: 'unreadable' }>;

/** The steps that come with a line. `soft` ones are left out where they cannot be taken back. */
export function stepsOf(line: MovableLine, withoutSoft: boolean): readonly Step[] {
  return line.kind === 'change' ? line.steps.filter(({ soft }) => !(withoutSoft && soft)) : [];
}

/** Moves the line itself to the other half of the list; a created row moves with it. */
export function lineWrites(
  line: MovableLine,
  direction: Direction,
  stamp: number,
  withoutSoft: boolean,
): readonly Write[] {
  if (line.kind === 'creation') {
    return undeleted(line, direction).map((row) => {
      const when = { fields: { m: row.m, v: row.v } };
      return { action: 'update', key: row.key, set: creationFields(row, direction, stamp), when };
    });
  }
  const ttl = timeToLive(stamp, KEPT_FOR);
  const place = direction === 'undo' ? { m: -stamp, was: line.m, ttl } : { m: line.was, was: null, ttl };
  const set = withoutSoft ? { ...place, steps: stepsOf(line, true) } : place;
  return [{ action: 'update', key: line.key, set, when: { fields: { m: line.m } } }];
}

/** Moves the rows of a change. */
export function stepWrites(
  own: string,
  steps: readonly Step[],
  direction: Direction,
  stamp: number,
): readonly Write[] {
  const [from, to] = sidesOf(direction);
  return steps.map((step) => stepWrite(own, step, from, to, stamp));
}

/** Takes a line off the list for good, in the state in which it is. */
export function offTheList(line: Line): readonly Write[] {
  const keys = line.kind === 'creation' ? line.rows.map(({ key }) => key) : [line.key];
  return keys.map((key) => ({ action: 'update', key, set: { m: null }, when: { fields: { m: line.m } } }));
}

/** How the rows behind a line were before it moved, and how they are after. */
export function shiftsOf(
  own: string,
  line: MovableLine,
  direction: Direction,
  steps: readonly Step[],
  stamp: number,
): readonly { readonly before: Item; readonly after: Item }[] {
  if (line.kind === 'creation') {
    return undeleted(line, direction).map((row) => {
      const fields = Object.entries({ ...row.item, ...creationFields(row, direction, stamp) });
      return { before: row.item, after: Object.fromEntries(fields.filter(([, value]) => value !== null)) };
    });
  }
  const [from, to] = sidesOf(direction);
  return steps.map((step) => ({
    before: sideOf(own, step, from, stamp),
    after: sideOf(own, step, to, stamp),
  }));
}

/** Created rows that the line may move: one that is deleted without this line's doing stays so. */
export function undeleted(
  line: Extract<Line, { kind: 'creation' }>,
  direction: Direction,
): readonly CreatedRow[] {
  return line.rows.filter(({ item }) => direction === 'redo' || item['del'] === undefined);
}

function sidesOf(direction: Direction): readonly [Side, Side] {
  return direction === 'undo' ? ['a', 'b'] : ['b', 'a'];
}

function creationFields({ item, m, v }: CreatedRow, direction: Direction, stamp: number): Item {
  // A version below zero names the content while it is undone, so that nobody's change can meet it.
  if (direction === 'redo') return { m: item['was'], was: null, del: null, ttl: null, v: -v };
  return { m: -stamp, was: m, del: stamp, ttl: timeToLive(stamp, KEPT_FOR), v: -v };
}
