import type { Entry } from '../../entry.ts';
import type { Alternative, LogReading } from '../../phrase/reading.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { guessWords } from '../messages/confirmation.ts';
import { cropButtonsAmong, type Overlap } from '../messages/crop-buttons.ts';
import { MOST_NEAR, nearMissButton, nearMissWords } from '../messages/near-miss.ts';
import { MOST_SWITCHES, switchButtonAmong } from '../messages/switch-button.ts';
import { warningWords } from '../messages/warning-words.ts';
import { type NearMiss, nearMisses } from '../new-tags.ts';
import type { Button } from '../slack/blocks.ts';

/** What is doubtful about one of several entries that were logged together. */
export type Doubts = {
  readonly entry: Entry;
  readonly alternatives: readonly Alternative[];
  readonly overlaps: readonly Overlap[];
  readonly nearMisses: readonly NearMiss[];
  /** All of it in lines of mrkdwn. */
  readonly remarks: readonly string[];
};

/** Among what one of the entries stands: those logged with it, and what there was, of which they may be a part. */
export type Surroundings = {
  readonly entries: readonly Entry[];
  readonly around: readonly Entry[];
  /** What its line says. */
  readonly reading: LogReading | undefined;
};

/** What is to be remarked on one of the entries, and what of it a press can put right. */
export function doubtsOf(call: MemberCall, entry: Entry, { entries, around, reading }: Surroundings): Doubts {
  const others = [...entries, ...around].filter(({ id }) => id !== entry.id);
  const warnings = warningsFor(entry, [...new Map(others.map((other) => [other.id, other])).values()]);
  const misses = nearMisses(before(call, entries), entry.tags);
  const words = [
    ...guessWords(reading?.assumed ?? []),
    ...warnings.map(warningWords),
    ...misses.map(nearMissWords),
  ];
  return {
    entry,
    alternatives: reading?.alternatives ?? [],
    overlaps: warnings.flatMap((warning) =>
      warning.kind === 'overlap' ? [{ entry, other: warning.with }] : [],
    ),
    nearMisses: misses,
    remarks: words.map((line) => `↳ ${line}`),
  };
}

/** The ways to the other readings of lines, out of overlaps, each once, and of likely slips. */
export function fixButtons(told: readonly Doubts[]): readonly Button[] {
  const place = new Map(told.map(({ entry }, index) => [entry.id, index]));
  const isLater = ({ entry, other }: Overlap) => (place.get(entry.id) ?? 0) > (place.get(other.id) ?? -1);
  const overlaps = told.flatMap((one) => one.overlaps.filter(isLater));
  const switches = told.flatMap(({ entry, alternatives }) => alternatives.map((other) => ({ entry, other })));
  const misses = told.flatMap(({ entry, nearMisses: found }) => found.map((miss) => ({ entry, miss })));
  return [
    ...switches
      .slice(0, MOST_SWITCHES)
      .map(({ entry, other }, index) => switchButtonAmong(entry, other, index)),
    ...cropButtonsAmong(overlaps),
    ...misses.slice(0, MOST_NEAR).map(({ entry, miss }, index) => nearMissButton(entry, miss, index)),
  ];
}

/** The member as before these lines: what an earlier delivery of them kept makes no tag known. */
function before(call: MemberCall, entries: readonly Entry[]): MemberCall {
  const own = new Set(entries.map(({ id }) => id));
  return { ...call, home: { ...call.home, entries: call.home.entries.filter(({ id }) => !own.has(id)) } };
}
