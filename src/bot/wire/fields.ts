import * as z from 'zod/mini';
import { LONGEST_TAG, tagOf } from '../../tag.ts';
import { LARGEST_TASK_NUMBER } from '../../task.ts';
import { isLocalDate } from '../../time.ts';

/** A local day as it goes over a wire. */
export const dateWire = z.string().check(z.refine(isLocalDate));

/** A tag's name; each of its characters may be two of a string's. */
export const tagWire = z.string().check(
  z.maxLength(2 * LONGEST_TAG),
  z.refine((name) => tagOf(name) === name),
);

/** A task's number. */
export const taskWire = z.int().check(z.minimum(1), z.maximum(LARGEST_TASK_NUMBER));
