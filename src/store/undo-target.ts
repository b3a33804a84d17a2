/** What an Undo button names: a created row by key and version, or a change by its journal key. Fits a button's value. */
export type UndoTarget = {
  readonly key: string;
  /** Only for rows that are their own journal (a log, a note). */
  readonly version?: number;
};
