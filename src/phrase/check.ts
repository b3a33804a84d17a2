import type { ErrorReason } from './reading.ts';

/** Something that is refused where it is left unread. The functions get its words as the person wrote them. */
export type Check = {
  readonly pattern: RegExp;
  /** What every line has that the pattern may match: a quick look that spares most lines the making of a long pattern. */
  readonly hint?: RegExp;
  readonly message: (text: string) => string;
  readonly reason?: ErrorReason;
  /** What could stand in its place. */
  readonly instead?: (text: string) => string;
  /** Looks at the words themselves, and at those behind them, where the pattern alone cannot tell. */
  readonly isFault?: (text: string, after: string) => boolean;
};
