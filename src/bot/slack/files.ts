import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import type { Effects } from '../effects.ts';
import { patiently, TurnedAwayError } from './patiently.ts';
import { UNCERTAIN } from './poster.ts';
import { missingScopeOf, nameOf } from './refusal.ts';

/** What became of a file that was given to Slack to hold. */
export type Held =
  | { readonly kind: 'held'; readonly id: string }
  /** The app may not upload files here: the workspace has not granted `files:write`. */
  | { readonly kind: 'not allowed' }
  /** Slack was not reached, was busy or had a failure of its own, all of which may pass. */
  | { readonly kind: 'not now' }
  | { readonly kind: 'failed' };

/** What became of files that were to be shown; `lacks` is the scope that the workspace has not granted. */
export type Shared = { readonly kind: 'shared' } | { readonly kind: 'failed'; readonly lacks?: string };

/** Files at Slack. None of these throws; what Slack turns away for a few seconds is tried once more after them. */
export type Files = {
  /** Uploads bytes that nobody sees yet; Slack drops them where they are not shared. */
  readonly hold: (file: { readonly name: string; readonly bytes: Buffer }) => Promise<Held>;
  /** Tells a member in their direct message what the files are, and shares them there; where that fails, it is not told either. */
  readonly share: (
    files: readonly { readonly id: string; readonly name: string }[],
    to: { readonly memberId: string; readonly comment: string },
  ) => Promise<Shared>;
};

/** A large file takes its time. */
const UPLOAD_TIMEOUT_MS = 60_000;

const place = z.object({ upload_url: z.url(), file_id: z.string().check(z.minLength(1)) });
const refusal = z.object({ data: z.object({ error: z.string() }) });
const name = z.string().check(z.minLength(1));
const posted = z.object({ channel: name, ts: name });

export type FilesEffects = Pick<Effects, 'fetch' | 'log'> & {
  readonly pause: (milliseconds: number) => Promise<unknown>;
};

export function createFiles(client: WebClient, { fetch, log, pause }: FilesEffects): Files {
  const failed = (method: string, error: unknown) =>
    log({ level: 'warn', event: 'slack call failed', method, problem: nameOf(error) });
  async function upload(url: string, bytes: Buffer): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.status === 429) throw new TurnedAwayError(Number(response.headers.get('retry-after') ?? 1));
    if (!response.ok) throw new Error(`status ${response.status}`);
  }
  return {
    async hold({ name: filename, bytes }) {
      try {
        const answer = await patiently(pause, () =>
          client.files.getUploadURLExternal({ filename, length: bytes.length }),
        );
        const { upload_url: url, file_id: id } = place.parse(answer);
        await patiently(pause, () => upload(url, bytes));
        return { kind: 'held', id };
      } catch (error) {
        const word = refusal.safeParse(error).data?.data.error;
        if (word === 'missing_scope') return { kind: 'not allowed' };
        failed('files.getUploadURLExternal', error);
        return { kind: word === undefined || UNCERTAIN.has(word) ? 'not now' : 'failed' };
      }
    },

    async share(files, { memberId, comment }) {
      const [first, ...others] = files.map(({ id, name: title }) => ({ id, title }));
      if (first === undefined) return { kind: 'failed' };
      let told: z.infer<typeof posted> | undefined;
      try {
        // Files are shared by the id of a conversation alone, which a message to the member tells.
        told = posted.parse(
          await patiently(pause, () =>
            client.chat.postMessage({ channel: memberId, text: comment, unfurl_links: false }),
          ),
        );
        const { channel } = told;
        const answer = await patiently(pause, () =>
          client.files.completeUploadExternal({ files: [first, ...others], channel_id: channel }),
        );
        return { kind: answer.ok === true ? 'shared' : 'failed' };
      } catch (error) {
        failed('files.completeUploadExternal', error);
        if (told !== undefined) await takeBack(told);
        const lacks = missingScopeOf(error);
        return { kind: 'failed', ...(lacks === undefined ? {} : { lacks }) };
      }
    },
  };

  async function takeBack(message: z.infer<typeof posted>): Promise<void> {
    try {
      await patiently(pause, () => client.chat.delete(message));
    } catch (error) {
      failed('chat.delete', error);
    }
  }
}
