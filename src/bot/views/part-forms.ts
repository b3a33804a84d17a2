import type { Entry } from '../../entry.ts';
import type { Keeper } from '../../entry-parts.ts';
import type { LocalDate } from '../../time.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { section, type View } from '../slack/blocks.ts';
import { dateField, FORM, filled, modal, noticeBlocks, radioField, textField } from './form.ts';

/** The ids of the fields of these forms. */
export const PART_FIELD = { cut: 'cut', keeper: 'keeper', date: 'date' } as const;

/** What was typed already, and a sentence of mrkdwn above, where the form is shown anew. */
export type Again = { readonly cut?: string; readonly keeper?: Keeper; readonly notice?: string };

/** Asks where an entry is to be cut in two, and where its note and counts go if it has any. */
export function splitForm(state: string, entry: Entry, today: LocalDate, again: Again = {}): View {
  const { cut, keeper = 'first', notice } = again;
  return modal({
    callback: FORM.split,
    title: 'Split the entry',
    submit: 'Split',
    state,
    blocks: [
      ...about(entry, today, notice),
      textField({
        id: PART_FIELD.cut,
        label: 'Where to cut',
        placeholder: entry.clock === undefined ? '30m' : '10:15, or 30m',
        hint:
          entry.clock === undefined
            ? 'How long the first part is. The rest is the second; tags and task stay with both.'
            : 'When the second part begins, or how long the first one is. Tags and task stay with both.',
        maxLength: 100,
        focus: true,
        ...filled(cut),
      }),
      ...(entry.note === undefined && entry.measures.length === 0
        ? []
        : [
            radioField({
              id: PART_FIELD.keeper,
              label: 'Its note and counts stay with',
              value: keeper,
              options: [
                { text: 'the first part', value: 'first' },
                { text: 'the second part', value: 'second' },
              ],
            }),
          ]),
    ],
  });
}

/** Asks for another day for an entry. */
export function moveForm(state: string, entry: Entry, today: LocalDate, notice?: string): View {
  return modal({
    callback: FORM.move,
    title: 'Move to another day',
    submit: 'Move',
    state,
    blocks: [
      ...about(entry, today, notice),
      dateField({
        id: PART_FIELD.date,
        label: 'Day',
        value: entry.date,
        ...(entry.clock === undefined
          ? {}
          : { hint: 'It begins at the same time there, and is as long as it was.' }),
      }),
    ],
  });
}

function about(entry: Entry, today: LocalDate, notice: string | undefined) {
  const line = `${entryLine(entry)} · ${dayWords(entry.date, today)}`;
  return [...noticeBlocks(notice), section(line)];
}
