import type { Member } from '../member.ts';
import { heightOf, treeOf } from '../task-tree.ts';
import { ancestorChecks, type NoWay } from './ancestors.ts';
import { findReceipt } from './change.ts';
import { readDirectory } from './directory.ts';
import { journalKind, receiptIdOf, type Step, type What } from './kinds/journal.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { type Turn, toTurn, turnKind } from './kinds/turn.ts';
import { kindAt } from './kinds.ts';
import { commit } from './layer/commit.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import type { Item } from './layer/item.ts';
import { liftRefused } from './layer/lift.ts';
import { readRow } from './layer/read.ts';
import { put, update, type Write } from './layer/write.ts';
import {
  type Direction,
  lineWrites,
  offTheList,
  shiftsOf,
  stepsOf,
  stepWrites,
  undeleted,
} from './line-writes.ts';
import { type Moved, movedBy } from './moved.ts';
import { RECEIPT_KEPT_FOR, stampAfter, timeToLive } from './stamp.ts';
import { isCurrent } from './steps.ts';
import type { Store } from './store.ts';
import { type Line, readTurn } from './undo-list.ts';

/** The line to move, and the turn that was read before it: it proves at the end that the line is still the one. */
export type Found = { readonly turn: Turn; readonly line: Line };

/** What an undo or redo is to do with the line it finds. */
export type Errand = {
  readonly requestId: string;
  readonly direction: Direction;
  /** The turn, if it was read already. */
  readonly turn?: Turn;
  /**
   * Reads the line to move, after the turn. `none`: there is no such line. `again`: what was read does not fit
   * together, somebody is at work.
   */
  readonly find: (turn: Turn) => Promise<Line | 'none' | 'again'>;
};

/** What became of an undo or redo. */
export type Outcome =
  | { readonly kind: 'moved'; readonly what: What; readonly moved: Moved; readonly softLeft: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'already done' }
  /** Somebody else's change is in the way for good; nothing was written. */
  | { readonly kind: 'blocked'; readonly found: Found };

const MOST_TRIES = 400;

/** Moves one line of the undo list, with everything it did, in one transaction that passes through the turn. */
export async function takeTurn(store: Store, member: Member, errand: Errand): Promise<Outcome> {
  let [place, strikes, softLeft] = [0, 0, false];
  let known = errand.turn;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (tries > 1) await pauseAfter(store, tries);
    const turn = known ?? (await readTurn(store, member));
    known = undefined;
    const line = await errand.find(turn);
    if (line === 'again') continue;
    if (line === 'none') {
      const receipt = await findReceipt(store, member, errand.requestId);
      return { kind: receipt === undefined ? 'none' : 'already done' };
    }
    if (line.m !== place) [place, strikes, softLeft] = [line.m, 0, false];
    const attempt = await tryOnce(store, member, errand, { turn, line }, softLeft);
    if (attempt.kind === 'again') {
      known = attempt.turn;
      continue;
    }
    if (attempt.kind !== 'refused') return attempt;
    strikes += 1;
    if (strikes < attempt.patience) continue;
    if (!attempt.softOnly) return { kind: 'blocked', found: { turn, line } };
    [strikes, softLeft] = [0, true];
  }
  throw new BusyError(`The list of changes stayed busy for ${MOST_TRIES} tries.`);
}

/** Takes a line that is blocked for good off the list, and ends the redo list with it. */
export async function takeOff(
  store: Store,
  member: Member,
  requestId: string,
  { turn, line }: Found,
): Promise<'done' | 'already done' | 'again'> {
  const stamp = stampAfter(store, line.m, turn.version);
  const receipt = receiptOf(member, requestId, 'undo', stamp);
  const refusal = await commit(store, [receipt, ...offTheList(line), passTurn(member, turn, stamp, true)]);
  if (refusal === undefined) return 'done';
  return refusal.index === 0 ? 'already done' : 'again';
}

type Attempt =
  | Outcome
  /** `turn`: as it was when somebody else turned out to have passed it. */
  | { readonly kind: 'again'; readonly turn?: Turn }
  /** `patience`: how many such refusals are enough. `softOnly`: only steps that may be left out were refused. */
  | { readonly kind: 'refused'; readonly patience: number; readonly softOnly: boolean };

async function tryOnce(
  store: Store,
  member: Member,
  { requestId, direction }: Errand,
  found: Found,
  softLeft: boolean,
): Promise<Attempt> {
  const { turn, line } = found;
  const own = partitionOf(member);
  if (line.kind === 'unreadable') return { kind: 'blocked', found };
  if (line.kind === 'creation' && undeleted(line, direction).length === 0) return { kind: 'blocked', found };
  const stamp = stampAfter(store, line.m, turn.version);
  const steps = stepsOf(line, softLeft);
  const checks = await parentChecks(store, member, steps, direction);
  if (typeof checks === 'string' || !steps.every((step) => isCurrent(own, step)))
    return { kind: 'blocked', found };
  const head = [
    receiptOf(member, requestId, direction, stamp),
    ...lineWrites(line, direction, stamp, softLeft),
    passTurn(member, turn, stamp, false),
  ];
  const writes = [...head, ...stepWrites(own, steps, direction, stamp), ...checks];
  const refusal = await commit(store, writes);
  if (refusal === undefined) {
    const moved = movedBy(store, member, shiftsOf(own, line, direction, steps, stamp));
    return { kind: 'moved', what: line.what, moved, softLeft };
  }
  if (refusal.index === 0) return { kind: 'already done' };
  if (refusal.index < head.length) {
    const passed = refusal.rows.get(head.length - 1);
    return passed === undefined ? { kind: 'again' } : { kind: 'again', turn: turnIn(store, passed) };
  }
  if (await liftRefused(store, kindAt, refusal)) return { kind: 'again' };
  const refused = [...refusal.rows.keys()].map((index) => steps[index - head.length]);
  // Only the way up to a parent is not as it was read: it may lead there still.
  if (refused.every((step) => step === undefined)) return { kind: 'again' };
  const shared = refused.some((step) => step?.p !== undefined);
  return {
    kind: 'refused',
    patience: shared ? 2 : 6,
    softOnly: refused.every((step) => step?.soft === true),
  };
}

function turnIn(store: Store, item: Item): Turn {
  return toTurn(readRow(store, turnKind, item));
}

function receiptOf(member: Member, requestId: string, what: Direction, stamp: number): Write {
  const ttl = timeToLive(stamp, RECEIPT_KEPT_FOR);
  return put(journalKind, { ...ownerOf(member), req: receiptIdOf(requestId), what, ttl }, { row: 'absent' });
}

function passTurn(member: Member, turn: Turn, stamp: number, endsRedo: boolean): Write {
  const set = endsRedo ? { v: stamp, end: stamp } : { v: stamp };
  return update(turnKind, ownerOf(member), set, { fields: { v: turn.version === 0 ? null : turn.version } });
}

/** A task that gets a parent again must still not lie above that parent, nor get too deep with what hangs below it now. */
async function parentChecks(
  store: Store,
  member: Member,
  steps: readonly Step[],
  direction: Direction,
): Promise<readonly Write[] | NoWay> {
  const checks: Write[] = [];
  for (const step of steps) {
    const parent = (direction === 'undo' ? step.b : step.a)['up'];
    if (typeof parent !== 'number') continue;
    const task = Number(step.k.slice(2));
    const { tasks } = await readDirectory(store, member.workspaceId);
    const place = { parent, task, height: heightOf(treeOf(tasks), task), strongly: true, isReturn: true };
    const found = await ancestorChecks(store, member, place);
    if (typeof found === 'string') return found;
    checks.push(...found);
  }
  return checks;
}
