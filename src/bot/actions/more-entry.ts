import type { Entry } from '../../entry.ts';
import { copyOfEntry } from '../../entry-parts.ts';
import { logOnce } from '../../store/log-once.ts';
import type { MemberCall } from '../call.ts';
import { withList } from '../commands/list.ts';
import { echo } from '../commands/log.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { moveForm, splitForm } from '../views/part-forms.ts';
import { decodeMore } from '../wire/listed-value.ts';
import { openEntryForm } from './open-entry-form.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Does what was chosen in the menu of a listed entry: copies it to today, or opens the form to split or to move it. */
export const morePressed: PressHandler = async (call, press) => {
  const decoded = decodeMore(press.value);
  if (decoded === undefined) return ENTRY_GONE;
  const { more, ref, page } = decoded;
  const listed = page === undefined ? {} : { page };
  const entry = await findEntry(call, ref);
  if (entry === undefined) return withList(call, await goneReply(call), page);
  if (entry.version !== ref.version) return withList(call, changedReply(call, entry), page);
  const answer = answerTo(press);
  switch (more) {
    case 'copy':
      return withList(call, await copy(call, entry), page);
    case 'split':
      if ((entry.seconds ?? 0) < 2) return withList(call, TOO_SHORT, page);
      return openEntryForm(call, entry, answer, (state) => splitForm(state, entry, call.today), listed);
    case 'move':
      return openEntryForm(call, entry, answer, (state) => moveForm(state, entry, call.today), listed);
    default:
      return more satisfies never;
  }
};

const TOO_SHORT = plainReply('That entry holds no time that could be split.');

/** Logs the same once more, today. */
async function copy(call: MemberCall, entry: Entry): Promise<Reply> {
  const content = copyOfEntry(entry, call.today, call.prefs.zone);
  const kept = logOnce(call.store, call.member, call.requestId, content);
  return echo(call, { kind: 'log', content, assumed: [], alternatives: [] }, kept);
}

function changedReply(call: MemberCall, entry: Entry): Reply {
  return plainReply(
    `Nothing done: it was changed meanwhile. Now it is ${entryLine(entry)} · ${dayWords(entry.date, call.today)}.`,
  );
}
