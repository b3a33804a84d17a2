import type { Entry } from '../../entry.ts';
import { copyOfEntry } from '../../entry-parts.ts';
import { logOnce } from '../../store/log-once.ts';
import type { MemberCall } from '../call.ts';
import { withRecentList } from '../commands/list.ts';
import { echo } from '../commands/log.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { moveForm, splitForm } from '../views/part-forms.ts';
import { decodeMore } from '../wire/more-value.ts';
import { findEntry, goneReply } from './find-entry.ts';
import { openEntryForm } from './open-entry-form.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Does what was chosen in the menu of a listed entry: copies it to today, or opens the form to split or to move it. */
export const morePressed: PressHandler = async (call, press) => {
  const decoded = decodeMore(press.value);
  if (decoded === undefined) return ENTRY_GONE;
  const { more, ref } = decoded;
  const entry = await findEntry(call, ref);
  if (entry === undefined) return withRecentList(call, await goneReply(call));
  if (entry.version !== ref.version) return withRecentList(call, changedReply(call, entry));
  const answer = answerTo(press);
  switch (more) {
    case 'copy':
      return withRecentList(call, await copy(call, entry));
    case 'split':
      if ((entry.seconds ?? 0) < 2) return withRecentList(call, TOO_SHORT);
      return openEntryForm(call, entry, answer, (state) => splitForm(state, entry, call.today));
    case 'move':
      return openEntryForm(call, entry, answer, (state) => moveForm(state, entry, call.today));
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
