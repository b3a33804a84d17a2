import { gzipSync } from 'node:zlib';
import { claimRequest } from '../../store/claim.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Store } from '../../store/store.ts';
import type { Effects } from '../effects.ts';
import type { UrlEvent, UrlResult } from '../guard.ts';
import { readReader } from '../jobs/reader.ts';
import type { Seal } from '../slack/seal.ts';
import { type ExportValue, isEverything } from '../wire/export-value.ts';
import { openDownload } from './download-link.ts';
import { exportFiles } from './export-files.ts';

export type DownloadParts = {
  readonly store: Store;
  readonly directory: KeptDirectory;
  readonly seal: Seal;
  readonly effects: Pick<Effects, 'now' | 'log'>;
};

/** As much as AWS lets a function answer with, in the form in which it travels. */
const LARGEST_ANSWER = 5.5 * 1024 * 1024;

/**
 * Gives out the file that a link stands for, once: whoever comes second, too late or with a link that was not made here is
 * told the same. A look at the link (HEAD, or a browser that loads ahead) does not use it up.
 */
export async function serveDownload(event: UrlEvent, parts: DownloadParts): Promise<UrlResult> {
  const { store, seal, effects } = parts;
  const link = openDownload(event.rawPath ?? '', seal);
  if (link === undefined || link.until < effects.now()) return say(404, OVER);
  if (isLookOnly(event)) return say(200, '');
  const reader = await readReader(parts, link.member, link.now);
  if (reader === undefined) return say(404, OVER);
  const { value: file, done } = await firstOf(exportFiles(reader, link.value));
  if (file === undefined) return say(404, NOTHING);
  if (!done) return say(413, tooLarge(link.value));
  const packed = gzipSync(file.bytes).toString('base64');
  if (packed.length > LARGEST_ANSWER) return say(413, tooLarge(link.value));
  // Last, so that a link whose file could not be made is not used up.
  if ((await claimRequest(store, link.member, `download ${link.id}`)) === 'claimed before')
    return say(404, OVER);
  effects.log({ level: 'info', event: 'file given out', format: link.value.format, entries: file.entries });
  return {
    statusCode: 200,
    headers: {
      ...PRIVATE,
      'content-type': file.contentType,
      'content-encoding': 'gzip',
      'content-disposition': `attachment; filename="${file.name}"`,
    },
    body: packed,
    isBase64Encoded: true,
  };
}

const OVER =
  'This link has been used, or is older than 15 minutes. Type /track export in Slack, and you get a new one.';
const NOTHING =
  'Nothing is logged any more that this file would hold. Type /track export in Slack, and you get another.';

/** What a shorter period brings, and what it does not. */
function tooLarge(value: ExportValue): string {
  const shorter = `Type /track export with a shorter period in Slack, such as /track export ${value.format} this year.`;
  const rest =
    value.format === 'json' && isEverything(value)
      ? ' That holds your entries alone: notes, tasks, settings and history come in the parts of everything, which Stint can send once an admin lets it upload files (files:write).'
      : '';
  return `That is too much for one file. ${shorter}${rest}`;
}

/** Nobody keeps a copy, shows it inside of another page, or learns where the reader came from. */
const PRIVATE = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

function say(statusCode: number, body: string): UrlResult {
  return { statusCode, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' }, body };
}

function isLookOnly({ requestContext, headers = {} }: UrlEvent): boolean {
  const purpose = Object.entries(headers).find(([name]) => /^(?:sec-)?purpose$/i.test(name))?.[1] ?? '';
  return requestContext?.http?.method === 'HEAD' || /prefetch|preview/i.test(purpose);
}

/** The first of some files, and whether it is all there is. */
async function firstOf<Each>(all: AsyncGenerator<Each, void, void>) {
  const first = await all.next();
  const second = await all.next();
  await all.return();
  return { value: first.done === true ? undefined : first.value, done: second.done === true };
}
