import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import { type Errand, MEMBER_ERRANDS, type MemberErrand, WORKSPACE_ERRANDS } from '../../schedule.ts';
import { type Instant, instantFromIso, isoOf, type LocalDate, type TimeOfDay } from '../../time.ts';
import type { ItemKey } from '../layer/item.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** How far an errand has come. From `sending` on it is never sent again: what is found there later is `lost`. */
export const DUE_STATES = ['due', 'claimed', 'sending', 'sent', 'done', 'skipped', 'lost'] as const;
/** How far an errand has come. */
export type DueState = (typeof DUE_STATES)[number];

/** What is to be done, and for whom: one member, or their whole workspace. */
export type OwnedErrand =
  | { readonly errand: Errand; readonly member: Member }
  | { readonly errand: Exclude<MemberErrand, Errand>; readonly member: Member }
  | { readonly errand: 'team digest'; readonly workspaceId: string }
  | { readonly errand: 'team digest detail'; readonly workspaceId: string }
  | { readonly errand: 'erase'; readonly workspaceId: string };

/** The message that an errand's own belongs to, as a thread: where it is, as Slack names it, and the local day it was for. */
export type Below = { readonly channel: string; readonly ts: string; readonly about: LocalDate };

/** A message as Slack names it: its conversation, and itself in there. */
export type Sent = { readonly channel: string; readonly ts: string };

/** Where an errand that is due lies: its quarter of an hour, and whose it is. */
export type DueKey = { readonly bucket: Instant } & OwnedErrand;

/** An errand that is due. */
export type Due = DueKey & DueProgress;

/** How far an errand has come. */
type DueProgress = {
  readonly state: DueState;
  /** Until then nobody else takes it up, in milliseconds: the lease of whoever is at it, or when Slack wants it again. */
  readonly until: Instant;
  readonly version: number;
  /** Only an errand that follows a message has one. */
  readonly below?: Below;
  /** The message to a member, once it was sent and until another took its place. */
  readonly message?: Sent;
  /** How far a removal has come that takes many steps. */
  readonly place?: ErasePlace;
};

/** How far the removal of a workspace has come: the walk over the table, how many rows it has found so far, and where it goes on. */
export type ErasePlace = {
  readonly walk: number;
  readonly found: number;
  readonly from?: ItemKey;
};

const DONE: readonly DueState[] = ['sent', 'done', 'skipped', 'lost'];

/** True for an errand that nobody has to look at again. */
export function isDone({ state }: Pick<Due, 'state'>): boolean {
  return DONE.includes(state);
}

/** The rows of one day lie in as many partitions, so that a full Monday morning is no hot key. */
export const SHARDS = 4;

const schema = z.object({
  state: z.enum(DUE_STATES),
  until: z.exactOptional(z.int()),
  /** The message as Slack names it, once it was sent. */
  ts: z.exactOptional(z.string()),
  /** The conversation that the message is in. */
  ch: z.exactOptional(z.string()),
  /** The message in whose thread this one goes. */
  below: z.exactOptional(z.object({ to: z.string(), ts: z.string(), date: z.string() })),
  /** Where a removal goes on. */
  place: z.exactOptional(
    z.object({
      walk: z.int(),
      found: z.int(),
      from: z.exactOptional(z.object({ pk: z.string(), sk: z.string() })),
    }),
  ),
  /** What was done, or why it was skipped, in a word or two. */
  why: z.exactOptional(z.string()),
  v: stamp,
  /** Absent while a promise is open: it has to be found after any outage. */
  ttl: z.exactOptional(z.int()),
});

type DueRow = { day: string; time: string; team: string; errand: string; id: string } & z.output<
  typeof schema
>;

/** One errand of one member in one quarter of an hour: its UTC day and time, so that a stretch of time is one Query a day and shard. */
export const dueKind = kind('due', 'q#{day}#{shard}', '{time}/{team}/{errand}/{id}', schema);

/** The one row that says up to which quarter, in milliseconds, everything is done. */
export const cursorKind = kind('cursor', 'q#cursor', 'cursor', z.object({ done: z.int(), v: stamp }));

/** The id in the key of an errand that belongs to a workspace; a member's begins with a capital letter. */
const TEAM = 'team';

/** The key fields of an errand. */
export function dueFields(key: DueKey) {
  const { workspaceId: team, memberId: id } =
    'member' in key ? key.member : { workspaceId: key.workspaceId, memberId: TEAM };
  const shard = createHash('sha256').update(`${team}/${id}`).digest().readUInt8(0) % SHARDS;
  return { ...dueTime(key.bucket), shard: String(shard), team, errand: key.errand, id };
}

/** Where the row of an errand lies. */
export function keyOfDue(key: DueKey): ItemKey {
  return dueKind.keyOf(dueFields(key));
}

/** A quarter of an hour as the keys name it: `2026-09-14` and `07:00`, both UTC. */
export function dueTime(bucket: Instant): { readonly day: LocalDate; readonly time: TimeOfDay } {
  const text = isoOf(bucket);
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The errand that a row stands for; `undefined` for one that this version does not know. */
export function toDue(row: DueRow): Due | undefined {
  const bucket = instantFromIso(`${row.day}T${row.time}Z`);
  const owned = row.id === TEAM ? workspaceErrand(row) : memberErrand(row);
  if (owned === undefined || bucket === undefined) return undefined;
  const { state, until = 0, v: version, below, place, ts, ch: channel } = row;
  return {
    bucket,
    ...owned,
    state,
    until,
    version,
    ...(below === undefined ? {} : { below: { channel: below.to, ts: below.ts, about: below.date } }),
    ...(place === undefined ? {} : { place }),
    ...(ts === undefined || channel === undefined ? {} : { message: { channel, ts } }),
  };
}

function memberErrand({ team, id, errand }: DueRow): OwnedErrand | undefined {
  const known = MEMBER_ERRANDS.find((name) => name === errand);
  return known && { errand: known, member: { workspaceId: team, memberId: id } };
}

function workspaceErrand({ team, errand }: DueRow): OwnedErrand | undefined {
  const known = WORKSPACE_ERRANDS.find((name) => name === errand);
  return known && { errand: known, workspaceId: team };
}
