import * as z from 'zod/mini';
import { ERRANDS, type Errand } from '../../schedule.ts';
import type { Instant } from '../../time.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** A message that may not have reached its member: Slack never answered. */
export type Lost = {
  readonly errand: Errand;
  /** The quarter of an hour in which it was due. */
  readonly bucket: Instant;
  readonly version: number;
};

const schema = z.object({
  due: z.int(),
  /** The member was told and has put it away. */
  seen: z.exactOptional(z.literal(true)),
  v: stamp,
  ttl: z.int(),
});

/** The latest message of each kind that may be lost; it lies in the home stretch, so that whatever is read next tells of it. */
export const lostKind = kind('lost', 'u#{team}#{user}', 'me#lost#{errand}', schema);

/** What a row tells; `undefined` once it was put away, and for an errand that this version does not know. */
export function toLost(row: { readonly errand: string } & z.output<typeof schema>): Lost | undefined {
  const errand = ERRANDS.find((name) => name === row.errand);
  return errand === undefined || row.seen === true ? undefined : { errand, bucket: row.due, version: row.v };
}
