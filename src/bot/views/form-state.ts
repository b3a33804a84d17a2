import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import { isZone } from '../../time.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from '../wire/entry-ref.ts';
import { dateWire } from '../wire/fields.ts';
import { pageSchema } from '../wire/page.ts';

const wire = z.object({
  /** The member it was opened for, and their workspace. */
  member: z.string(),
  /** Counts how often the form was shown anew, so that each time it is submitted is a request of its own. */
  round: z.int().check(z.nonnegative()),
  /** Where the answer goes: to App Home, or to a conversation, in place of the message that the form was opened from or below it. */
  answer: z.exactOptional(
    z.union([
      z.object({
        url: z.string(),
        how: z.enum(['replace', 'add']),
        /** The day of the reminder that is replaced. */
        reminder: z.exactOptional(dateWire),
      }),
      z.object({ how: z.literal('home') }),
    ]),
  ),
  entry: z.exactOptional(z.object({ date: dateWire, id: z.string(), version: z.number() })),
  task: z.exactOptional(z.int().check(z.positive())),
  /** The version of the timer that it is about. */
  timer: z.exactOptional(z.number()),
  /** The version of the task that it was filled with. */
  taskVersion: z.exactOptional(z.number()),
  /** The page of the list of entries that it was opened from. */
  page: z.exactOptional(pageSchema),
  /** The version of the settings that it was filled with. */
  prefs: z.exactOptional(z.number()),
  /** Whether the team digest might name the member when it was filled. */
  naming: z.exactOptional(z.boolean()),
  /** The version of the workspace's settings that it was filled with. */
  workspace: z.exactOptional(z.number()),
  /** What Slack said the member's zone is. */
  slackZone: z.exactOptional(z.string().check(z.refine(isZone))),
  /** The tag that is to be renamed or merged. */
  tag: z.exactOptional(z.string()),
  /** What the person typed before the form was opened, to be shown again afterwards. */
  line: z.exactOptional(z.string()),
});

/** What a form remembers between being opened and being submitted. */
export type FormState = z.infer<typeof wire>;

export function sealState(state: FormState, seal: Seal): string {
  return seal.close(JSON.stringify(state));
}

/** How a form names the member it was opened for: the same id may be another member's in another workspace. */
export function ownerName({ workspaceId, memberId }: Member): string {
  return `${workspaceId} ${memberId}`;
}

/** `undefined` when the form was not opened by us for this member, or its state was changed. */
export function openState(sealed: string, member: Member, seal: Seal): FormState | undefined {
  const content = seal.open(sealed);
  if (content === undefined) return undefined;
  const parsed = wire.safeParse(jsonOf(content));
  return parsed.success && parsed.data.member === ownerName(member) ? parsed.data : undefined;
}
