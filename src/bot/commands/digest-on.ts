import { digestSince } from '../../reports/digest.ts';
import { readEntries } from '../../store/read-entries.ts';
import type { LocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { tellWeek } from '../schedule/errands/digest.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';

/** The member's digest as it is told on `date`, from what is logged by now. */
export async function digestOn({ store, member, prefs }: MemberCall, date: LocalDate): Promise<Reply> {
  const since = digestSince({ ...prefs, today: date });
  const { entries } = await readEntries(store, member, { since, until: date });
  const told = await tellWeek({ store, member, prefs, date }, entries);
  return told?.message ?? plainReply('Nothing was logged that week, so there is nothing to tell.');
}
