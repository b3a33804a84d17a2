import type { Entry } from '../../entry.ts';
import type { MemberCall } from '../call.ts';
import { recentPage } from '../commands/list.ts';
import { findEntry, goneReply, pressedEntry } from '../find-entry.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { likelyTags } from '../recent-tags.ts';
import type { Reply, View } from '../slack/blocks.ts';
import { entryForm, fieldsOf } from '../views/entry-form.ts';
import type { FormState } from '../views/form-state.ts';
import { type Answer, openForm } from '../views/open-form.ts';
import { noteForm } from '../views/small-forms.ts';
import { decodeListed } from '../wire/listed-value.ts';
import { answerTo, type Press, type PressHandler } from './press.ts';

/** Opens the form to edit an entry, filled with what stands now. */
export const editPressed: PressHandler = (call, press) =>
  openFor(call, press, (entry, state) =>
    entryForm({ purpose: 'edit', fields: fieldsOf(entry), likely: likelyTags(call), state }),
  );

/** The same from the list, of which the answer then shows the page again. */
export const editListedPressed: PressHandler = async (call, press) => {
  const listed = decodeListed(press.value);
  const entry = listed && (await findEntry(call, listed.ref));
  if (entry === undefined) return goneReply(call);
  const page = listed?.page ?? recentPage(call);
  const form = (state: string) =>
    entryForm({ purpose: 'edit', fields: fieldsOf(entry), likely: likelyTags(call), state });
  return openEntryForm(call, entry, answerTo(press), form, { page });
};

/** Opens the form for an entry's note. */
export const notePressed: PressHandler = (call, press) =>
  openFor(call, press, (entry, state) =>
    noteForm(state, entry.note, `${entryLine({ ...entry, note: '' })} · ${dayWords(entry.date, call.today)}`),
  );

/** Opens a form about the entry that a button names; the reply says why it did not open. */
export async function openFor(call: MemberCall, press: Press, build: (entry: Entry, state: string) => View) {
  const entry = await pressedEntry(call, press.value);
  if (entry === undefined) return goneReply(call);
  return openEntryForm(call, entry, answerTo(press), (state) => build(entry, state));
}

/** Opens a form about an entry, which may remember more than that; the reply says why it did not open. */
export function openEntryForm(
  call: MemberCall,
  { date, id, version }: Entry,
  answer: Answer | undefined,
  build: (state: string) => View,
  more: Pick<FormState, 'task' | 'page'> = {},
): Promise<Reply | undefined> {
  return openForm(call, answer, { entry: { date, id, version }, ...more }, build);
}
