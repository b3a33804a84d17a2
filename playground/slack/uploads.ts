import type { Fields } from '../block-kit/problem.ts';

/** A file that the app gave to Slack. */
export type StoredFile = { readonly id: string; readonly name: string; readonly bytes: Buffer };

/** Files that the app uploads: announced with their name and length, sent to an address of their own, then shared. */
export type Uploads = {
  /** Writes down what was announced in a workspace. */
  readonly announce: (teamId: string, params: Fields, answer: Fields) => void;
  /** True for an address that a file was announced for. */
  readonly owns: (url: string) => boolean;
  readonly teamIdOf: (url: string) => string | undefined;
  /** Takes the bytes, if they are as many as were announced. */
  readonly take: (url: string, bytes: Buffer) => boolean;
  /** What was shared under this id; gone after a restart. */
  readonly find: (id: string) => StoredFile | undefined;
};

type Announced = {
  readonly teamId: string;
  readonly id: string;
  readonly name: string;
  readonly length: number;
};

export function createUploads(): Uploads {
  const announced = new Map<string, Announced>();
  const stored = new Map<string, StoredFile>();
  return {
    announce(teamId, params, answer) {
      const { upload_url: url, file_id: id } = answer;
      if (typeof url !== 'string' || typeof id !== 'string') return;
      announced.set(url, { teamId, id, name: `${params['filename']}`, length: Number(params['length']) });
    },
    owns: (url) => announced.has(url),
    teamIdOf: (url) => announced.get(url)?.teamId,
    take(url, bytes) {
      const file = announced.get(url);
      if (file === undefined || file.length !== bytes.length) return false;
      stored.set(file.id, { id: file.id, name: file.name, bytes });
      return true;
    },
    find: (id) => stored.get(id),
  };
}
