import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { MEMBER_ERRANDS, WORKSPACE_ERRANDS } from '../../schedule.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** Every change that undo and redo know. */
export const WHATS = [
  'log',
  'edit',
  'delete',
  'start',
  'stop',
  'switch',
  'cancel',
  'keep',
  'retime',
  'split',
  'crop',
  'note',
  'task new',
  'task rename',
  'task done',
  'task reopen',
  'note edit',
  'note delete',
  'tag rename',
  'tag merge',
  'tag archive',
  'tag unarchive',
  'task estimate',
  'task tag',
  'task move',
  'task edit',
  'task delete',
] as const;

/** The change that an undo or redo was about. */
export type What = (typeof WHATS)[number];

const fields = z.record(z.string(), z.unknown());

const step = z.object({
  /** Partition of the row, if it is not the member's own or if others may change the row too. */
  p: z.exactOptional(z.string()),
  /** Sort key of the row. */
  k: z.string(),
  /** Fields before the change; `null`: not there. */
  b: fields,
  /** The same fields after it. */
  a: fields,
  /** What stays as it is, so that an undo can tell what it moved without reading it. */
  s: z.exactOptional(fields),
  /** May be left out of an undo when it cannot be taken back. */
  soft: z.exactOptional(z.literal(true)),
  /** The shape of the fields, when it is not the first. */
  sv: z.exactOptional(z.int()),
});

/** How a change moves one row, readable in both directions. */
export type Step = z.output<typeof step>;

/** Proves that a request was carried out; with `m` it is a change that can be undone. `res`: what its answer needs. */
export const journalKind = kind(
  'journal',
  'u#{team}#{user}',
  'r#{req}',
  z.object({
    what: z.enum([...WHATS, 'undo', 'redo', 'share', ...MEMBER_ERRANDS, ...WORKSPACE_ERRANDS]),
    steps: z.exactOptional(z.array(step)),
    m: z.exactOptional(stamp),
    was: z.exactOptional(stamp),
    res: z.exactOptional(z.string()),
    ttl: z.int(),
  }),
);

/** The key field of a request's receipt: request ids are of any length and hold any character. */
export function receiptIdOf(requestId: string): string {
  return createHash('sha256').update(requestId).digest('base64url').slice(0, 16);
}
