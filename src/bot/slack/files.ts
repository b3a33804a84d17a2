import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import type { Effects } from '../effects.ts';
import { missingScopeOf, nameOf } from './web.ts';

/** What became of a file that was given to Slack to hold. */
export type Held =
  | { readonly kind: 'held'; readonly id: string }
  /** The app may not upload files here: the workspace has not granted `files:write`. */
  | { readonly kind: 'not allowed' }
  | { readonly kind: 'failed' };

/** What became of files that were to be shown; `lacks` is the scope that the workspace has not granted. */
export type Shared = { readonly kind: 'shared' } | { readonly kind: 'failed'; readonly lacks?: string };

/** Files at Slack. None of these throws, and none tries by itself again. */
export type Files = {
  /** Uploads bytes that nobody sees yet; Slack drops them where they are not shared. */
  readonly hold: (file: { readonly name: string; readonly bytes: Buffer }) => Promise<Held>;
  /** Tells a member in their direct message what the files are, and shares them there. */
  readonly share: (
    files: readonly { readonly id: string; readonly name: string }[],
    to: { readonly memberId: string; readonly comment: string },
  ) => Promise<Shared>;
};

/** A large file takes its time. */
const UPLOAD_TIMEOUT_MS = 60_000;

const place = z.object({ upload_url: z.url(), file_id: z.string().check(z.minLength(1)) });
const refusal = z.object({ data: z.object({ error: z.string() }) });
const posted = z.object({ channel: z.string().check(z.minLength(1)) });

export function createFiles(client: WebClient, { fetch, log }: Pick<Effects, 'fetch' | 'log'>): Files {
  const failed = (method: string, error: unknown) =>
    log({ level: 'warn', event: 'slack call failed', method, problem: nameOf(error) });
  return {
    async hold({ name, bytes }) {
      try {
        const answer = await client.files.getUploadURLExternal({ filename: name, length: bytes.length });
        const { upload_url: url, file_id: id } = place.parse(answer);
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(bytes),
          signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
        });
        await response.body?.cancel();
        if (!response.ok) throw new Error(`status ${response.status}`);
        return { kind: 'held', id };
      } catch (error) {
        if (refusal.safeParse(error).data?.data.error === 'missing_scope') return { kind: 'not allowed' };
        failed('files.getUploadURLExternal', error);
        return { kind: 'failed' };
      }
    },

    async share(files, { memberId, comment }) {
      const [first, ...others] = files.map(({ id, name }) => ({ id, title: name }));
      if (first === undefined) return { kind: 'failed' };
      try {
        // Files are shared by the id of a conversation alone, which a message to the member tells.
        const { channel } = posted.parse(
          await client.chat.postMessage({ channel: memberId, text: comment, unfurl_links: false }),
        );
        const answer = await client.files.completeUploadExternal({
          files: [first, ...others],
          channel_id: channel,
        });
        return { kind: answer.ok === true ? 'shared' : 'failed' };
      } catch (error) {
        failed('files.completeUploadExternal', error);
        const lacks = missingScopeOf(error);
        return { kind: 'failed', ...(lacks === undefined ? {} : { lacks }) };
      }
    },
  };
}
