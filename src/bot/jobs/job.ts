import * as z from 'zod/mini';
import { MEMBER_ERRANDS, WORKSPACE_ERRANDS } from '../../schedule.ts';
import { dateWire } from '../wire/fields.ts';

/** What every job says: a name of its own, by which it is done once, and when nobody wants it any more. */
const common = {
  /** The same however often the job is queued and delivered. */
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  /** An instant, after which it is dropped. */
  until: z.int(),
};

const slackId = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));
const member = z.object({ workspaceId: slackId, memberId: slackId });

/** An errand of the clockwork that is due: its row in the table decides what becomes of it. */
const errandJob = z.object({
  ...common,
  kind: z.literal('errand'),
  due: z.union([
    z.object({ bucket: z.int(), errand: z.enum(MEMBER_ERRANDS), member }),
    z.object({ bucket: z.int(), errand: z.enum(WORKSPACE_ERRANDS), workspaceId: slackId }),
  ]),
});

/** A report over more entries than a request has time for. What it is about and where it goes is sealed: both are secrets. */
const asked = { ...common, member, sealed: z.string().check(z.minLength(1), z.maxLength(10_000)) };
const reportJob = z.object({ ...asked, kind: z.literal('report') });

/** The same over a team too large for a request: a report, or a preview of its digest. */
const teamReportJob = z.object({ ...asked, kind: z.literal('team report') });
const teamPreviewJob = z.object({ ...asked, kind: z.literal('team preview') });

/** The removal of all that is kept of a member. */
const forgetJob = z.object({ ...common, kind: z.literal('forget'), member });

/** A file of what a member logged. */
const exportJob = z.object({ ...asked, kind: z.literal('export') });

/** A look whether a day has reached its member's target, so that its reminder gives way. */
const reachedJob = z.object({ ...common, kind: z.literal('reached'), member, date: dateWire });

/** Work that leaves the request, as a queue carries it: no token, and no note or words that a person typed unless they are sealed. */
const jobSchema = z.discriminatedUnion('kind', [
  errandJob,
  teamReportJob,
  teamPreviewJob,
  reportJob,
  exportJob,
  forgetJob,
  reachedJob,
]);

/** Work that leaves the request. A queue may deliver it twice or late, so doing it again must change nothing. */
export type Job = z.output<typeof jobSchema>;

/** A job of one kind. */
export type JobOf<Kind extends Job['kind']> = Extract<Job, { readonly kind: Kind }>;

/** The job that a queue's message holds; `undefined` for one that this version can't read. */
export function readJob(message: string): Job | undefined {
  try {
    return jobSchema.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
