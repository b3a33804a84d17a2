import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import { receiptIdOf } from '../../store/kinds/journal.ts';
import type { Instant } from '../../time.ts';
import { showReport } from '../show-report.ts';
import { plainReply } from '../slack/blocks.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from '../wire/entry-ref.ts';
import { decodeReport, encodeReport, type ReportValue } from '../wire/report-value.ts';
import { answerJob } from './answer-job.ts';
import { claimJob } from './claim-job.ts';
import type { JobOf } from './job.ts';
import { readReader } from './reader.ts';
import type { Worker } from './worker.ts';

/** Slack takes answers at a response URL for 30 minutes after the request. */
const WANTED_MS = 25 * 60_000;

/** Far more than a member logs in a life: a bound, so that nothing reads without end. */
const MOST_PAGES = 200;

const STILL_TOO_MUCH = plainReply(
  'That report holds more entries than can be put together. A shorter period, such as `/track report this year`, can.',
);

/** A report that is answered where it was asked for, some moments later. */
export type LateReport = {
  readonly value: ReportValue;
  readonly shared: boolean;
  readonly responseUrl: string;
  /** When it was asked for: it is about the days as they were then. */
  readonly now: Instant;
};

const content = z.object({ v: z.string(), s: z.boolean(), u: z.url(), n: z.int() });

/** The job that makes a report and posts it. */
export function reportJob(
  { member, requestId }: { readonly member: Member; readonly requestId: string },
  { value, shared, responseUrl, now }: LateReport,
  seal: Seal,
): JobOf<'report'> {
  const sealed = seal.close(JSON.stringify({ v: encodeReport(value), s: shared, u: responseUrl, n: now }));
  return { kind: 'report', id: receiptIdOf(requestId), until: now + WANTED_MS, member, sealed };
}

/** What a report's job is about; `undefined` where it was not sealed here, or was changed since. */
export function openReport(sealed: string, seal: Seal): LateReport | undefined {
  const { data } = content.safeParse(jsonOf(seal.open(sealed) ?? ''));
  const value = data && decodeReport(data.v);
  if (data === undefined || value === undefined) return undefined;
  return { value, shared: data.s, responseUrl: data.u, now: data.n };
}

/** Makes the report and posts it, once: whoever comes second finds it claimed, and a post that Slack loses is not repeated. */
export async function runReport(worker: Worker, job: JobOf<'report'>): Promise<void> {
  const { member, sealed } = job;
  const wanted = openReport(sealed, worker.seal);
  if (wanted === undefined) {
    worker.log({ level: 'warn', event: 'job dropped', job: 'report', why: 'unreadable' });
    return;
  }
  const [reader, slack] = await Promise.all([
    readReader(worker, member, wanted.now),
    worker.slackIn(member.workspaceId),
  ]);
  if (reader === undefined || slack === undefined) {
    worker.log({ level: 'info', event: 'job dropped', job: 'report', why: 'nobody there' });
    return;
  }
  const made = await showReport(reader, wanted.value, { shared: wanted.shared, mostPages: MOST_PAGES });
  const reply = made === 'too much' ? STILL_TOO_MUCH : made;
  if (!(await claimJob(worker.store, job))) return;
  const how = reply.shared === true ? 'share' : 'add';
  await answerJob(worker, job, { url: wanted.responseUrl, how }, reply);
}
