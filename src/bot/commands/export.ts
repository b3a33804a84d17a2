import type { Command } from '../../phrase/command.ts';
import type { MemberCall } from '../call.ts';
import { exportJob } from '../jobs/export-job.ts';
import { askFormat, notBegun, onItsWay } from '../messages/export-words.ts';
import { notComeYet } from '../messages/report/nothing-to-report.ts';
import { queueJob } from '../queue-job.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import type { ExportValue } from '../wire/export-value.ts';

const NOT_HERE = plainReply('Type `/track export csv` in a conversation, and the file comes to you.');

/** A file of what was logged: `export csv last month`. Without a format it is asked for. */
export async function exportCommand(
  call: MemberCall,
  { name: _, format, ...narrowed }: Extract<Command, { name: 'export' }>,
): Promise<Reply> {
  const { period } = narrowed;
  const { today, prefs } = call;
  if (period !== undefined && period.since > today)
    return notComeYet({ period }, { today, weekStart: prefs.weekStart });
  if (format === undefined) return askFormat(narrowed, call);
  return sendFile(call, { ...narrowed, format }, call.responseUrl);
}

/** Hands the making of a file to a job, and says that it comes. */
export async function sendFile(
  call: MemberCall,
  value: ExportValue,
  responseUrl: string | undefined,
): Promise<Reply> {
  if (responseUrl === undefined) return NOT_HERE;
  const { origin, now } = call;
  const wanted = { value, responseUrl, now, ...(origin === undefined ? {} : { origin }) };
  const job = exportJob(call, wanted, call.jobSeal);
  return queueJob(call, job, { comes: onItsWay(value, call), refused: notBegun(value) });
}
