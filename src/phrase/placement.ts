import type { LocalDate } from '../time.ts';
import type { DayPart } from './day-part.ts';
import type { ErrorReason } from './reading.ts';
import type { Span } from './span.ts';

/** The day on which clock times are to be put, where it was said. */
export type SaidDay = { readonly date: LocalDate; readonly part?: DayPart };

/** Another reading of the same words, with the words of its button. */
export type OtherSpan = { readonly label: string; readonly span: Span };

/** What became of clock times: one reading, several that a person has to choose from, or none. */
export type Placement =
  | {
      readonly kind: 'placed';
      readonly span: Span;
      readonly isMeridiemGuess: boolean;
      readonly others: readonly OtherSpan[];
    }
  | {
      readonly kind: 'ask';
      readonly reason: 'ambiguous' | 'future';
      readonly message: string;
      readonly spans: readonly Span[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: ErrorReason;
      readonly message: string;
      readonly past?: Span;
    };

const NOON = 12 * 3600;

/** `Switch to pm`, for each reading with its half of the day that the chosen one has not. */
export function switches(chosen: Span, rivals: readonly Span[]): readonly OtherSpan[] {
  const labels = new Set<string>();
  return rivals.flatMap((span) => {
    const startDiffers = isPm(span.start) !== isPm(chosen.start);
    const label = startDiffers
      ? `Switch to ${meridiemOf(span.start)}`
      : `Switch the end to ${meridiemOf(span.end)}`;
    if (labels.has(label)) return [];
    labels.add(label);
    return [{ label, span }];
  });
}

function isPm(seconds: number): boolean {
  return seconds % (2 * NOON) >= NOON;
}

function meridiemOf(seconds: number): string {
  return isPm(seconds) ? 'pm' : 'am';
}
