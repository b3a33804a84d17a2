import * as z from 'zod/mini';
import type { TagSettings } from '../../tag-names.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

const schema = z.object({
  label: z.exactOptional(z.string()),
  to: z.exactOptional(z.string().check(z.minLength(1))),
  archived: z.exactOptional(z.literal(true)),
  used: z.exactOptional(stamp),
  v: z.exactOptional(stamp),
});

type TagAttributes = z.output<typeof schema>;

/**
 * A member's settings of one tag, put at its first use; `to` is the tag it was renamed to or merged into, `used` the
 * stamp of that first use, which no change touches. Without `v` its first change was undone: then it is as if there were
 * no row.
 */
export const tagKind = kind('tag', 'u#{team}#{user}', 'me#tag#{tag}', schema);

/** The settings as attributes; version 0 is the tag that has none. */
export function tagSettingAttributes({ label, to, archived, version }: TagSettings): TagAttributes {
  return {
    ...(label === undefined ? {} : { label }),
    ...(to === undefined ? {} : { to }),
    ...(archived === undefined ? {} : { archived }),
    ...(version === 0 ? {} : { v: version }),
  };
}

/** The settings that a row stands for. */
export function toTagSettings({
  tag,
  label,
  to,
  archived,
  used,
  v,
}: { tag: string } & TagAttributes): TagSettings {
  return {
    tag,
    ...(label === undefined ? {} : { label }),
    ...(to === undefined ? {} : { to }),
    ...(archived === undefined ? {} : { archived }),
    ...(used === undefined ? {} : { firstUsedAt: used }),
    version: v ?? 0,
  };
}
