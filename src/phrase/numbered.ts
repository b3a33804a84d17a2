import type { Draft } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';
import { MONTH_NAMES } from './names.ts';

const NOUNS =
  'pages?|chapters?|prs?|rooms?|versions?|week|day|node|http|sprints?|tasks?|tickets?|issues?|bugs?|episodes?|seasons?|parts?|steps?|sections?|phases?|lines?|floors?|levels?|items?|number|no\\.?|nr\\.?|lessons?|modules?|units?|figures?|tables?|questions?|exercises?|candidates?|rounds?|iterations?|milestones?|options?|areas?|routes?|cases?|slides?|stories|story|epics?|rows?|volumes?|releases?|builds?|groups?|windows|python|java|php|ios|covid|catch|formula|highway';

/** The words behind which a number is a name: `page 9`, `PR 12`, `room 4`; not where the word is itself counted (`12 pages`). */
const NUMBERED = String.raw`(?<![\w/#-]|\d )(?:${NOUNS}) `;

const UNIT = String.raw`(?: \d{1,3}\/\d|[ -]?(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|days|weeks|(?:day|week) ago)(?!\w))`;
const NAME = new RegExp(
  String.raw`(?<= )(?=\d)(?<=${NUMBERED})\d{1,6}(?:\.\d{1,3}){0,3}(?:(?:-| - )\d{1,6}(?:\.\d{1,3}){0,3})?(?![\w:/%]|[.,:-]\d|${UNIT}| (?:of )?${MONTH_NAMES}(?!\w| \d))`,
  'g',
);

/** Makes numbers that are names note text, so that no step reads a time, a length or a day in them. */
export function coverNumbered(draft: Draft): Draft {
  if (!/ \d/.test(draft.mask)) return draft;
  const pieces = [...draft.mask.matchAll(NAME)].map(
    ({ 0: words, index }): Piece<undefined> => ({
      value: undefined,
      start: index,
      end: index + words.length,
    }),
  );
  return pieces.length === 0 ? draft : { ...draft, mask: cover(draft.mask, pieces, MARK.opaque) };
}
