import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** What was last published as a member's App Home. */
export type Publication = {
  /** Digest of its blocks. */
  readonly content: string;
  /** Slack's name of it, which the next publication must name. */
  readonly slackHash: string;
  readonly version: number;
};

const schema = z.object({
  c: z.string().check(z.minLength(1)),
  h: z.string().check(z.minLength(1)),
  v: stamp,
});

/** The last publication of a member's App Home; it lies in the home stretch, so that it is read with everything it shows. */
export const publicationKind = kind('publication', 'u#{team}#{user}', 'me#home', schema);

/** The publication that a row stands for. */
export function toPublication({ c, h, v }: z.output<typeof schema>): Publication {
  return { content: c, slackHash: h, version: v };
}
