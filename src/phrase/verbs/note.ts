import { clean } from '../clean.ts';
import { noteOf } from '../note.ts';
import { localDateAt } from '../zone-clock.ts';
import { readFilter } from './filter.ts';
import { nameDraft, refusalOf, type Verb } from './verb.ts';

/** Notes by themselves: written today, or found again. */
export const NOTE_VERBS: readonly Verb[] = [
  {
    opening: /^note:?(?=\s|$)/i,
    takesText: true,
    read(rest, context) {
      const named = nameDraft(rest, context);
      const text = noteOf(clean(rest));
      if (text === undefined) return undefined;
      const refusal = refusalOf(named);
      if (refusal?.reason === 'too_many' && named.tasks.length > 1) return refusal;
      const [task] = named.tasks;
      return {
        name: 'note',
        text,
        date: localDateAt(context.now, context.zone),
        tags: [...new Set(named.tags.map(({ value }) => value))],
        ...(task === undefined ? {} : { task: task.value }),
      };
    },
  },
  {
    opening: /^notes(?: about| with| on)?(?=\s|$)/i,
    takesText: true,
    read(rest, context) {
      const { filter, by, share, words } = readFilter(rest, context);
      if (by !== undefined || share) return undefined;
      return { name: 'notes', ...filter, ...(words === '' ? {} : { words }) };
    },
  },
];
