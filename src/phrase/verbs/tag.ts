import { tagOf } from '../../tag.ts';
import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import type { ReadContext } from '../reading.ts';
import { readFilter } from './filter.ts';
import type { Verb } from './verb.ts';

/** Tidying up tags; `#` may be left away. */
export const TAG_VERBS: readonly Verb[] = [
  { opening: /^tags(?=\s|$)/i, read: list },
  { opening: /^tag rename(?=\s|$)/i, read: (rest) => pair(rest, 'tag rename') },
  { opening: /^tag merge(?=\s|$)/i, read: (rest) => pair(rest, 'tag merge') },
  { opening: /^tag archive(?=\s|$)/i, read: (rest) => single(rest, 'tag archive') },
  { opening: /^tag (?:unarchive|restore)(?=\s|$)/i, read: (rest) => single(rest, 'tag unarchive') },
];

function list(rest: string, context: ReadContext): Command | undefined {
  const { filter, by, share, words } = readFilter(rest, context);
  const { tags, task, members, period } = filter;
  if (words !== '' || by !== undefined || share) return undefined;
  if (tags.length > 0 || task !== undefined || members.length > 0) return undefined;
  return { name: 'tags', ...(period === undefined ? {} : { period }) };
}

function single(rest: string, name: 'tag archive' | 'tag unarchive'): Command | undefined {
  const tag = tagOf(clean(rest).text);
  return tag === undefined ? undefined : { name, tag };
}

function pair(rest: string, name: 'tag rename' | 'tag merge'): Command | undefined {
  const words = clean(rest)
    .text.split(' ')
    .filter((word) => !/^(?:to|into|as|and|->)$/i.test(word));
  const [first = '', second = '', ...more] = words;
  const from = tagOf(first);
  const to = tagOf(second);
  return from === undefined || to === undefined || more.length > 0 ? undefined : { name, from, to };
}
