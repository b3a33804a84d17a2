/** A tag's name: lower case, no `#`, 1 to 50 characters, letters, digits, `_` and `-`, with at least one letter. */
export type Tag = string;

/** How many characters a tag may have. */
export const LONGEST_TAG = 50;

/** Folds a written tag (`#Writing`, `writing`) to its name; `undefined` when it is none (`#404` is note text). */
export function tagOf(written: string): Tag | undefined {
  const name = written.replace(/^#/, '').normalize('NFKC').toLowerCase();
  const wellFormed = /^[\p{L}\p{M}\p{N}_-]+$/u.test(name) && /\p{L}/u.test(name);
  return wellFormed && [...name].length <= LONGEST_TAG ? name : undefined;
}
