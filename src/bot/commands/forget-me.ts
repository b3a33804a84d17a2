import { beginToErase } from '../../store/erase-member.ts';
import type { MemberCall } from '../call.ts';
import { BEING_FORGOTTEN, forgetQuestion } from '../messages/forget-words.ts';
import type { Reply } from '../slack/blocks.ts';

/** Says what would go, and asks. */
export function forgetMe(call: MemberCall): Reply {
  return forgetQuestion(call.now);
}

/** Longer than a queue is busy; the clockwork ends it in any case. */
const WANTED_MS = 3_600_000;

/** Removes everything of the member: from here on nothing is written of them until it is done. */
export async function forgetNow(call: MemberCall): Promise<Reply> {
  const { store, member, now, enqueue, requestId, slack } = call;
  await beginToErase(store, member);
  // Slack keeps what App Home showed last.
  await slack.publishHome(member.memberId, { type: 'home', blocks: [...BEING_FORGOTTEN.blocks] });
  // What is there goes at once; the clockwork's errand sees to what is still under way now, and ends it.
  await enqueue({ kind: 'forget', id: requestId, until: now + WANTED_MS, member });
  return BEING_FORGOTTEN;
}
