import { tagOf } from '../../tag.ts';
import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import { plainVerb, type Verb } from './verb.ts';

/** Tidying up tags; `#` may be left away. */
export const TAG_VERBS: readonly Verb[] = [
  plainVerb('tags', { name: 'tags' }),
  { opening: /^tag rename(?=\s|$)/i, read: (rest) => pair(rest, 'tag rename') },
  { opening: /^tag merge(?=\s|$)/i, read: (rest) => pair(rest, 'tag merge') },
  {
    opening: /^tag archive(?=\s|$)/i,
    read(rest) {
      const tag = tagOf(clean(rest).text);
      return tag === undefined ? undefined : { name: 'tag archive', tag };
    },
  },
];

function pair(rest: string, name: 'tag rename' | 'tag merge'): Command | undefined {
  const words = clean(rest)
    .text.split(' ')
    .filter((word) => !/^(?:to|into|as|and|->)$/i.test(word));
  const [first = '', second = '', ...more] = words;
  const from = tagOf(first);
  const to = tagOf(second);
  return from === undefined || to === undefined || more.length > 0 ? undefined : { name, from, to };
}
