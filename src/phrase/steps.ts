import { takeAmounts } from './amounts.ts';
import { doubtBareRange } from './bare-range.ts';
import { takeClocks } from './clocks.ts';
import { takeDays } from './days.ts';
import { type Draft, newDraft } from './draft.ts';
import type { Line } from './mask.ts';
import { takeMeasures } from './measures.ts';
import { doubtMisspelt } from './misspelt.ts';
import { coverNumbered } from './numbered.ts';
import { takeHourRanges, takeRanges } from './ranges.ts';
import type { ReadContext } from './reading.ts';
import { takeTags } from './tags.ts';
import { takeTasks } from './tasks.ts';

/** The order of work: each step masks what it took, and no later step sees it again. */
const STEPS: readonly ((draft: Draft, context: ReadContext) => Draft)[] = [
  takeTags,
  takeTasks,
  coverNumbered,
  takeMeasures,
  takeHourRanges,
  takeAmounts,
  takeRanges,
  doubtBareRange,
  takeClocks,
  takeDays,
  doubtMisspelt,
];

/** All that the steps have found in a line; times and days are not put together yet. */
export function draftOf(line: Line, context: ReadContext): Draft {
  return STEPS.reduce((draft, step) => step(draft, context), newDraft(line));
}
