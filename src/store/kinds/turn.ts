import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** Where a member's undo and redo stand; pass it to `undo` and `redo` to spare them a read. */
export type Turn = { readonly version: number; readonly end?: number };

const schema = z.object({ v: stamp, end: z.exactOptional(stamp) });

/** Every undo and redo of a member passes through this row, so they happen one after the other. */
export const turnKind = kind('turn', 'u#{team}#{user}', 'me#turn', schema);

/** The turn that a row stands for; version 0 without one. */
export function toTurn(row?: z.output<typeof schema>): Turn {
  if (row === undefined) return { version: 0 };
  return { version: row.v, ...(row.end === undefined ? {} : { end: row.end }) };
}
