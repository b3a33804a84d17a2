import * as z from 'zod/mini';
import type { Tag } from '../../tag.ts';

/** A moment in milliseconds with three decimals. As `v` it names one content of a row; it does not count. */
export const stamp = z.number();

/** What rows carry that undo moves. `m`: place in the list of changes, negative while undone; `n`: rows of one message. */
export const track = {
  v: stamp,
  m: z.exactOptional(stamp),
  was: z.exactOptional(stamp),
  n: z.exactOptional(z.int().check(z.positive())),
  del: z.exactOptional(stamp),
  ttl: z.exactOptional(z.int()),
};

/** The names of those attributes, which are no content. */
export const TRACK = Object.keys(track);

/** Tags of a row; absent rather than empty. */
export const tags = z.exactOptional(z.readonly(z.array(z.string().check(z.minLength(1)))));

/** Tags as an attribute. */
export function tagAttributes(written: readonly Tag[]): { tags?: readonly Tag[] } {
  return written.length === 0 ? {} : { tags: written };
}

/** A task number: 1 to 999,999. */
export const taskNumber = z.int().check(z.minimum(1), z.maximum(999_999));
