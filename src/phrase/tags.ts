import { LONGEST_TAG, tagOf } from '../tag.ts';
import type { Draft, Fault } from './draft.ts';
import { MARK, take } from './mask.ts';

/** `#name`; not after a letter (`C#`), unless that ends a tag (`#a#b`) or a length (`45m#writing`). */
const TAG = /(?:(?<![a-z_&])|(?<=\d ?(?:h|hrs?|m|mins?|s)))#[\w-]+|(?<=#[\w-]{1,50})#[\w-]+/g;

/** Takes the tags. `#404` and the like, without a letter, stay note text. */
export function takeTags(draft: Draft): Draft {
  if (!draft.mask.includes('#')) return draft;
  const faults: Fault[] = [];
  const { mask, pieces } = take(draft, TAG, MARK.tag, (match) => {
    const written = draft.text.slice(match.index, match.index + match[0].length);
    const tag = tagOf(written);
    if (tag === undefined && /[a-z]|_[^_]/.test(match[0])) {
      faults.push({
        reason: 'invalid',
        message: `A tag has at most ${LONGEST_TAG} characters.`,
        start: match.index,
        end: match.index + written.length,
        instead: [...written].slice(0, LONGEST_TAG).join(''),
      });
    }
    return tag;
  });
  return { ...draft, mask, tags: pieces, faults: [...draft.faults, ...faults] };
}
