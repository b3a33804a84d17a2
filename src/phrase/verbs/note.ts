import type { LocalDate } from '../../time.ts';
import { clean } from '../clean.ts';
import { takeDays } from '../days.ts';
import { newDraft } from '../draft.ts';
import { noteOf } from '../note.ts';
import type { ReadContext } from '../reading.ts';
import { localDateAt } from '../zone-clock.ts';
import { readFilter } from './filter.ts';
import { nameDraft, refusalOf, type Verb } from './verb.ts';

/** Notes by themselves: written today, or found again. */
export const NOTE_VERBS: readonly Verb[] = [
  {
    opening: /^note:?(?=\s|$)/i,
    takesText: true,
    read(rest, context) {
      if (rest === '') return { name: 'note', date: localDateAt(context.now, context.zone), tags: [] };
      const { date, words } = dayAhead(rest, context);
      const named = nameDraft(words, context);
      const text = noteOf(clean(words));
      if (text === undefined) return undefined;
      const refusal = refusalOf(named);
      if (refusal?.reason === 'too_many' && named.tasks.length > 1) return refusal;
      const [task] = named.tasks;
      return {
        name: 'note',
        text,
        date,
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

/** `yesterday: called Kim` is a note of that day; without the colon, or with a day to come, the day is a word of the note. */
function dayAhead(rest: string, context: ReadContext): { readonly date: LocalDate; readonly words: string } {
  const today = { date: localDateAt(context.now, context.zone), words: rest };
  const match = /^(?:(?:on|for) )?([^:]{3,30}): (?=\S)/i.exec(rest);
  if (match?.[1] === undefined) return today;
  const draft = takeDays(newDraft(clean(match[1])), context);
  const [day] = draft.days;
  const isWhole = draft.days.length === 1 && day?.start === 0 && day.end === draft.text.length;
  if (!isWhole || draft.faults.length > 0 || day.value.kind !== 'date') return today;
  return { date: day.value.date, words: rest.slice(match[0].length) };
}
