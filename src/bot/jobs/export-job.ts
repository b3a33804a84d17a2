import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import { receiptIdOf } from '../../store/kinds/journal.ts';
import type { Instant } from '../../time.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from '../wire/entry-ref.ts';
import { decodeExport, type ExportValue, encodeExport } from '../wire/export-value.ts';
import type { JobOf } from './job.ts';

/** Slack takes answers at a response URL for 30 minutes after the request. */
const WANTED_MS = 25 * 60_000;

/** A file that was asked for. */
export type WantedFile = {
  readonly value: ExportValue;
  readonly responseUrl: string;
  /** `https://host` as Slack reaches the app, where that is known. */
  readonly origin?: string;
  readonly now: Instant;
};

const content = z.object({ v: z.string(), u: z.url(), o: z.exactOptional(z.string()), n: z.int() });

/** The job that makes a file and brings it to its member. */
export function exportJob(
  { member, requestId }: { readonly member: Member; readonly requestId: string },
  { value, responseUrl, origin, now }: WantedFile,
  seal: Seal,
): JobOf<'export'> {
  const sealed = seal.close(JSON.stringify({ v: encodeExport(value), u: responseUrl, o: origin, n: now }));
  return { kind: 'export', id: receiptIdOf(requestId), until: now + WANTED_MS, member, sealed };
}

/** What an export's job is about; `undefined` where it was not sealed here, or was changed since. */
export function openExport(sealed: string, seal: Seal): WantedFile | undefined {
  const { data } = content.safeParse(jsonOf(seal.open(sealed) ?? ''));
  const value = data && decodeExport(data.v);
  if (data === undefined || value === undefined) return undefined;
  const { u, o, n } = data;
  return { value, responseUrl: u, ...(o === undefined ? {} : { origin: o }), now: n };
}
