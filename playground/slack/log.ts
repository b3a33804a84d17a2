import type { LogEntry } from './snapshot.ts';

export type Log = {
  readonly add: (entry: Omit<LogEntry, 'id' | 'at'>) => void;
  readonly entries: () => readonly LogEntry[];
  readonly clear: () => void;
};

const KEPT = 200;

/** The inspector's memory: the last exchanges, in the order in which they ended. */
export function createLog(now: () => number, added: (entry: LogEntry) => void): Log {
  let entries: readonly LogEntry[] = [];
  let nextId = 1;
  return {
    add(entry) {
      const kept = { ...entry, id: nextId, at: now() };
      nextId += 1;
      entries = [...entries, kept].slice(-KEPT);
      added(kept);
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
  };
}
