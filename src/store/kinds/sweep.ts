import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** How far the removal of expired rows has come, and when it last was through; one row for the table. */
export const sweepKind = kind(
  'sweep',
  'q#sweep',
  'sweep',
  z.object({
    /** The last row that was looked at; absent where the table is through. */
    last: z.exactOptional(z.object({ pk: z.string(), sk: z.string() })),
    done: z.int(),
    v: stamp,
  }),
);
