import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Member } from '../member.ts';
import type { TagNames } from '../tag-names.ts';
import type { Instant } from '../time.ts';
import type { Write } from './layer/write.ts';

/** A row that a read left out because it breaks its declaration. Never holds what the row says, only where and why. */
export type UnreadableRow = { readonly pk: string; readonly sk: string; readonly problem: string };

/** What one request to the table cost. */
export type Usage = { readonly operation: string; readonly read: number; readonly write: number };

/** Everything a function of the store needs from outside. */
export type Store = {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** The clock of writes; the local day of an entry comes from its content. */
  readonly now: () => Instant;
  /** 0 <= random < 1. */
  readonly random: () => number;
  /** Waits between tries. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** How often a request is made in all while the table is crowded, for whoever is waited for; absent: with all patience. */
  readonly triesWhenCrowded?: number;
  /** For whoever is waited for: when the table is not waited for any more. Absent: with all patience. */
  readonly patience?: Patience;
  /** Told of each row that a read had to leave out. */
  readonly onUnreadable: (row: UnreadableRow) => void;
  /** Told what each request cost; the table is asked for the figures only when this is there. */
  readonly onUsage?: (usage: Usage) => void;
  /** Told what a request wrote, once the table has it, and waited for. */
  readonly afterCommit?: (writes: readonly Write[]) => Promise<void>;
  /** A stamp later than every one it gave before: milliseconds with three decimals. */
  readonly tick: () => number;
  /** What the member who asks calls their tags now; what is read for that member carries these names. */
  readonly asker?: { readonly member: Member; readonly names: TagNames };
};

/** How long one request may wait for the table in all, and whether it may have written something by then. */
export type Patience = { readonly signal: AbortSignal; hasWritten: boolean };

/** The same store for one request alone, which waits for the table until `signal` says that its time is over, however much it asks of it. */
export function withPatience(store: Store, signal: AbortSignal): Store {
  return { ...store, patience: { signal, hasWritten: false } };
}

/** What a store is made of. */
export type StoreOptions = Omit<Store, 'onUnreadable' | 'tick' | 'asker' | 'patience'> &
  Partial<Pick<Store, 'onUnreadable'>>;

/** Binds the table, the clock and the rest; opens nothing. */
export function createStore(options: StoreOptions): Store {
  let last = 0;
  return {
    onUnreadable: () => undefined,
    ...options,
    tick() {
      const thousandth = Math.floor(options.random() * 1000);
      last = Math.max(options.now() * 1000 + thousandth, last + 1);
      return last / 1000;
    },
  };
}

/** The sum of what a stretch of work cost. */
export type Tally = { requests: number; read: number; write: number };

/** The same store, with everything done through it added up in `tally`. */
export function withTally(store: Store): { readonly store: Store; readonly tally: Readonly<Tally> } {
  const tally: Tally = { requests: 0, read: 0, write: 0 };
  const onUsage = (usage: Usage) => {
    tally.requests += 1;
    tally.read += usage.read;
    tally.write += usage.write;
    store.onUsage?.(usage);
  };
  return { store: { ...store, onUsage }, tally };
}
