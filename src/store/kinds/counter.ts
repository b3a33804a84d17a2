import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';
import { taskNumber } from './track.ts';

/** `n`: the last task number given. `by`: the request that raised it to a number of its choice. */
export const counterKind = kind(
  'counter',
  'w#{team}',
  'seq#task',
  z.object({ n: taskNumber, by: z.exactOptional(z.string()) }),
);
