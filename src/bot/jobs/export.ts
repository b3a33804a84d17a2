import { downloadUrl, LINK_WORKS_MS } from '../export/download-link.ts';
import { exportFiles } from '../export/export-files.ts';
import { FileNotTakenError } from '../file-not-taken-error.ts';
import { exportSummary, fileFailed, linkReply, noLink, nothingForFile } from '../messages/export-words.ts';
import type { Reader } from '../show-report.ts';
import type { Reply } from '../slack/blocks.ts';
import type { Files } from '../slack/files.ts';
import type { ExportValue } from '../wire/export-value.ts';
import { answerJob } from './answer-job.ts';
import { claimJob } from './claim-job.ts';
import { openExport } from './export-job.ts';
import type { JobOf } from './job.ts';
import { readReader } from './reader.ts';
import type { Worker } from './worker.ts';

/**
 * Makes a file and brings it to its member: into their direct message, or where the app may not upload files as a link that
 * works once. Until the file is shown nothing has happened that anybody sees, so what fails before is done again; from then on
 * it is done at most once.
 */
export async function runExport(worker: Worker, job: JobOf<'export'>): Promise<void> {
  const { member, sealed } = job;
  const wanted = openExport(sealed, worker.seal);
  if (wanted === undefined) return drop(worker, 'unreadable');
  const { value, responseUrl, origin, now } = wanted;
  const { workspaceId } = member;
  const [reader, files] = await Promise.all([readReader(worker, member, now), worker.filesIn(workspaceId)]);
  if (reader === undefined || files === undefined) return drop(worker, 'nobody there');
  const held = await holdFiles(reader, value, files);
  if (!(await claimJob(worker.store, job))) return;
  const tell = (reply: Reply) => answerJob(worker, job, { url: responseUrl, how: 'add' }, reply);
  switch (held.kind) {
    case 'held': {
      const comment = exportSummary(value, held.entries, reader);
      const shared = await files.share(held.files, { memberId: member.memberId, comment });
      if (shared.kind === 'failed') await tell(fileFailed(value, shared.lacks));
      return;
    }
    case 'nothing':
      await tell(nothingForFile(value, reader));
      return;
    case 'not allowed': {
      const until = worker.now() + LINK_WORKS_MS;
      const link = { member, value, now, until };
      await tell(
        origin === undefined
          ? noLink()
          : linkReply(downloadUrl(origin, link, worker.downloadSeal), value, reader),
      );
      return;
    }
    case 'failed':
      await tell(fileFailed(value));
      return;
    default:
      return held satisfies never;
  }
}

type HeldFiles =
  | {
      readonly kind: 'held';
      readonly files: readonly { readonly id: string; readonly name: string }[];
      readonly entries: number;
    }
  | { readonly kind: 'nothing' | 'not allowed' | 'failed' };

/** Each part leaves memory as soon as Slack holds it. */
async function holdFiles(reader: Reader, value: ExportValue, files: Files): Promise<HeldFiles> {
  const held: { readonly id: string; readonly name: string }[] = [];
  let entries = 0;
  for await (const file of exportFiles(reader, value)) {
    const one = await files.hold(file);
    if (one.kind === 'not now') throw new FileNotTakenError(value.format);
    if (one.kind !== 'held') return one;
    held.push({ id: one.id, name: file.name });
    entries += file.entries;
  }
  return held.length === 0 ? { kind: 'nothing' } : { kind: 'held', files: held, entries };
}

function drop({ log }: Worker, why: string): void {
  log({ level: 'warn', event: 'job dropped', job: 'export', why });
}
