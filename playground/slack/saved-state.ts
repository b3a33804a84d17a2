import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { FIRST_GRANTS, type Grant, type Granted, type Removal } from './grants.ts';
import type { Message, View } from './snapshot.ts';

/** What survives a restart: messages, published Homes, the clock, and the app's tokens. Open modals do not, as in Slack's client. */
export type Saved = {
  readonly messages: readonly Message[];
  readonly homes: readonly View[];
  /** How far the clock was sent ahead, in milliseconds. */
  readonly ahead?: number | undefined;
  /** Where the app is installed; absent in what an earlier version wrote. */
  readonly grants?: readonly Grant[] | undefined;
  /** Where it was, likewise. */
  readonly removals?: readonly Removal[] | undefined;
};

export type SavedState = {
  readonly initial: Saved;
  /** Writes soon; calls in between are one write. */
  readonly save: (saved: Saved) => void;
  /** Waits until the last write is on the disk. */
  readonly flush: () => Promise<void>;
};

const fields = z.record(z.string(), z.unknown());
const message = z.object({
  ts: z.string(),
  conversationId: z.string(),
  author: z.string(),
  text: z.string(),
  blocks: z.array(fields).optional(),
  onlyFor: z.string().optional(),
  threadTs: z.string().optional(),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })).optional(),
});
const view = z.object({
  id: z.string(),
  hash: z.string(),
  memberId: z.string(),
  content: fields,
  rootId: z.string(),
  previousId: z.string().optional(),
  errors: z.record(z.string(), z.string()),
  failure: z.string().optional(),
});
const saved = z.object({
  messages: z.array(message),
  homes: z.array(view),
  ahead: z.number().min(0).optional(),
  grants: z.array(z.object({ teamId: z.string(), token: z.string() })).optional(),
  removals: z.array(z.object({ teamId: z.string(), at: z.number() })).optional(),
});

/** Reads what an earlier run left in `dataDir`. Without a directory nothing is kept. An unreadable file is set aside. */
export async function openSavedState(dataDir: string | undefined): Promise<SavedState> {
  if (dataDir === undefined) return { initial: NOTHING, save: () => undefined, flush: async () => undefined };
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'slack.json');
  let wanted: Saved | undefined;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    if (!wanted) return;
    const text = JSON.stringify(wanted);
    wanted = undefined;
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }

  return {
    initial: await read(path),
    save(next) {
      const isQueued = wanted !== undefined;
      wanted = next;
      if (!isQueued)
        writing = writing.then(write).catch((error) => console.error(`Could not save ${path}: ${error}`));
    },
    async flush() {
      await writing;
    },
  };
}

/** Where the app is and was: at first in the one workspace that has it from the beginning. */
export function grantedIn({ grants = FIRST_GRANTS, removals = [] }: Saved): Granted {
  return { grants, removals };
}

const NOTHING: Saved = { messages: [], homes: [] };

async function read(path: string): Promise<Saved> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return NOTHING;
  try {
    return saved.parse(JSON.parse(text));
  } catch {
    await rename(path, `${path}.unreadable`);
    return NOTHING;
  }
}
