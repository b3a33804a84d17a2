import * as z from 'zod/mini';
import type { Tag } from '../../tag.ts';
import { jsonOf } from './entry-ref.ts';
import { tagWire } from './fields.ts';

/** What a menu or button wants done with a tag. */
export type TagErrand = {
  readonly errand: 'rename' | 'merge' | 'archive' | 'unarchive';
  readonly tag: Tag;
  /** The tag that it is to be merged into. */
  readonly to?: Tag;
  /** The tag's settings as they were seen: a later press is another one, and no repetition of the first. */
  readonly version?: number;
};

const ERRANDS = { r: 'rename', m: 'merge', a: 'archive', u: 'unarchive' } as const;

const wire = z.object({
  e: z.enum(['r', 'm', 'a', 'u']),
  t: tagWire,
  o: z.exactOptional(tagWire),
  v: z.exactOptional(z.number()),
});

/** An errand as the value of a menu's option, which holds 150 characters. */
export function encodeTagErrand({ errand, tag: name, to, version }: TagErrand): string {
  return JSON.stringify({ e: errand[0], t: name, o: to, v: version });
}

/** `undefined` for a value that {@link encodeTagErrand} did not make. */
export function decodeTagErrand(value: string): TagErrand | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { e, t, o, v } = parsed.data;
  return {
    errand: ERRANDS[e],
    tag: t,
    ...(o === undefined ? {} : { to: o }),
    ...(v === undefined ? {} : { version: v }),
  };
}
