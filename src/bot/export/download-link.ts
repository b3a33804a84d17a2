import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import type { Instant } from '../../time.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from '../wire/entry-ref.ts';
import { decodeExport, type ExportValue, encodeExport } from '../wire/export-value.ts';
import { DOWNLOAD_PATH } from './is-download.ts';

/** How long a link works, unless it is used before. */
export const LINK_WORKS_MS = 15 * 60_000;

/** What a link gives out, to whom, until when, and the name by which it is used up. */
export type DownloadLink = {
  readonly member: Member;
  readonly value: ExportValue;
  /** When the file was asked for: it is about the days as they were then. */
  readonly now: Instant;
  readonly until: Instant;
  readonly id: string;
};

const slackId = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));
const wire = z.object({
  w: slackId,
  m: slackId,
  v: z.string(),
  n: z.int(),
  u: z.int(),
  i: z.uuid(),
});

/** An address that gives a file to whoever holds it, once and for a quarter of an hour. `origin` is `https://host`. */
export function downloadUrl(
  origin: string,
  { member, value, now, until }: Omit<DownloadLink, 'id'>,
  seal: Seal,
): string {
  const content = {
    w: member.workspaceId,
    m: member.memberId,
    v: encodeExport(value),
    n: now,
    u: until,
    i: randomUUID(),
  };
  return `${origin}${DOWNLOAD_PATH}${seal.close(JSON.stringify(content))}`;
}

/** What a path below {@link DOWNLOAD_PATH} stands for; `undefined` where it was not made here or was changed since. */
export function openDownload(path: string, seal: Seal): DownloadLink | undefined {
  const { data } = wire.safeParse(jsonOf(seal.open(path.slice(DOWNLOAD_PATH.length)) ?? ''));
  const value = data && decodeExport(data.v);
  if (data === undefined || value === undefined) return undefined;
  const member = { workspaceId: data.w, memberId: data.m };
  return { member, value, now: data.n, until: data.u, id: data.i };
}
