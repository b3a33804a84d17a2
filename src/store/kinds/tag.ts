import * as z from 'zod';
import type { Tag } from '../../tag.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** What a member keeps about one of their tags. */
export type TagSettings = {
  readonly tag: Tag;
  readonly label?: string;
  /** The tag it was renamed to or merged into. */
  readonly to?: Tag;
  readonly version: number;
};

const schema = z.object({
  label: z.exactOptional(z.string()),
  to: z.exactOptional(z.string().min(1)),
  v: stamp,
});

/** A member's settings of one tag; `to` is the tag it was renamed to or merged into. */
export const tagKind = kind('tag', 'u#{team}#{user}', 'me#tag#{tag}', schema);

/** The settings that a row stands for. */
export function toTagSettings(row: { tag: string } & z.output<typeof schema>): TagSettings {
  const { tag, label, to, v } = row;
  return { tag, ...(label === undefined ? {} : { label }), ...(to === undefined ? {} : { to }), version: v };
}
