import { type Line, TAKEN } from './mask.ts';

const RUN = new RegExp(`[^${TAKEN}]+`, 'g');
/** Marks at the ends of what is left that only joined it to what was taken. */
const LEADING = /^(?:-(?=\w)|(?:[\s,;:|·•)\]]|[-.]+(?=\s|$))+)/;
const TRAILING = /(?<![\s,;:|·•([])(?:[\s,;:|·•([]|(?<=^|\s)[-.]+)+$/;
/** Words that only joined a tag, task or time to the rest. */
const JOINTS = /^(?:on|for|in|at|of|and|&|to|by|the|with|from|@|\+|\/|\(\)|\[\]|[()[\]])$/i;

/** Punctuation alone is no note. */
const MARKS = /^[\s!?.,:;'"()[\]-]*$/;

/**
 * What is left of a line, in its order, when everything is taken: the note. `undefined` where nothing is left. Double quotes
 * around the whole of it are not part of it.
 */
export function noteOf({ text, mask }: Line): string | undefined {
  const runs: string[] = [];
  for (const { 0: run, index } of mask.matchAll(RUN)) {
    const isWhole = run.length === text.length;
    const start = isWhole ? 0 : (LEADING.exec(run)?.[0].length ?? 0);
    const isLast = index + run.length === mask.length;
    const end = isLast ? run.length : (TRAILING.exec(run)?.index ?? run.length);
    const words = text
      .slice(index + start, index + end)
      .replace(/\(\s*\)|\[\s*\]/g, '')
      .trim();
    if (words !== '' && (isWhole || !JOINTS.test(words))) runs.push(words);
  }
  const note = runs.join(' ').replace(/ {2,}/g, ' ');
  const quoted = /^"((?:\\"|[^"])+)"$/.exec(note)?.[1];
  const plain = (quoted === undefined ? note : quoted.replaceAll('\\"', '"')).trim();
  return MARKS.test(plain) ? undefined : plain;
}
