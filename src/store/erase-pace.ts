import type { Store } from './store.ts';

/** As many rows a removal takes away in a second at most, so that it never crowds out those who log: docs/operations.md says in units. */
export const ROWS_A_SECOND = 100;

/** As many pages of a megabyte it looks through in a second at most. */
export const PAGES_A_SECOND = 2;

/** How long one step of a removal may take, in milliseconds: a server that is asked to stop waits for no more than that. */
const STEP_MS = 5_000;

/** Thrown where a step of a removal has had its time. What is removed stays so, and the next step goes on from there. */
export class EraseLaterError extends Error {
  override readonly name = 'EraseLaterError';
  /** After how many milliseconds the next step has something to do. */
  readonly after: number;
  constructor(message: string, after = 0) {
    super(message);
    this.after = after;
  }
}

/** Holds a removal back. Both throw an {@link EraseLaterError} once its step has had its time. */
export type ErasePace = {
  readonly afterRows: (rows: number) => Promise<void>;
  readonly afterPage: () => Promise<void>;
};

/** The pace of one step that begins now; a table that is slow ends it early. */
export function erasePace(store: Store, stepMs = STEP_MS): ErasePace {
  const started = store.now();
  let spent = 0;
  const spend = async (milliseconds: number) => {
    spent += milliseconds;
    if (Math.max(spent, store.now() - started) >= stepMs) throw new EraseLaterError('The step had its time.');
    await store.pause(milliseconds);
  };
  return {
    afterRows: (rows) => spend((rows / ROWS_A_SECOND) * 1000),
    afterPage: () => spend(1000 / PAGES_A_SECOND),
  };
}
