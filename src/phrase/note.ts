import { type Line, TAKEN } from './mask.ts';

const RUN = new RegExp(`[^${TAKEN}]+`, 'g');
/** Marks at the ends of what is left that only joined it to what was taken. */
const LEADING = /^(?:[\s,;:|·•)\]]|[-.]+(?=\s|$))+/;
const TRAILING = /(?:[\s,;:|·•([]|(?<=^|\s)[-.]+)+$/;
/** Words that only joined a tag, task or time to the rest. */
const JOINTS = /^(?:on|for|in|at|of|and|&|to|by|the|with|from|@|\+|\/|\(\)|\[\]|[()[\]])$/i;

/**
 * What is left of a line, in its order, when everything is taken: the note. `undefined` where nothing is left. Double quotes
 * around the whole of it are not part of it.
 */
export function noteOf({ text, mask }: Line): string | undefined {
  const runs: string[] = [];
  for (const match of mask.matchAll(RUN)) {
    const piece = text.slice(match.index, match.index + match[0].length).replace(/\(\s*\)|\[\s*\]/g, '');
    const isWhole = match.index === 0 && match[0].length === text.length;
    const words = isWhole ? piece.trim() : piece.replace(LEADING, '').replace(TRAILING, '');
    if (words !== '' && (isWhole || !JOINTS.test(words))) runs.push(words);
  }
  const note = runs.join(' ');
  if (note === '') return undefined;
  const quoted = /^"((?:\\"|[^"])+)"$/.exec(note)?.[1];
  return (quoted === undefined ? note : quoted.replaceAll('\\"', '"')).trim();
}
