import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { ask, refuse } from '../messages/refusal.ts';
import { withWelcome } from '../messages/welcome.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { readMemberLine } from '../read-member-line.ts';
import type { Reply } from '../slack/blocks.ts';
import { answerOf, openLogForm } from '../views/open-forms.ts';
import { log } from './log.ts';
import { runCommand } from './run-command.ts';

/** Answers `/track`: with text it is read and done, without it the log form opens and there is nothing to say. */
export async function track(call: Call, typed: string): Promise<Reply | undefined> {
  const known = await knowMember(call);
  if (known === undefined) return zoneNeeded(typed);
  const text = typed.trim();
  const answer = text === '' ? await openLogForm(known, answerOf(known)) : await readAndDo(known, text);
  return answer !== undefined && known.isFirst ? withWelcome(answer, known.prefs) : answer;
}

/** Reads one line of a member and does what it says. */
export async function readAndDo(call: MemberCall, text: string): Promise<Reply | undefined> {
  const reading = readMemberLine(call, text);
  switch (reading.kind) {
    case 'log':
      return log(call, reading);
    case 'command':
      return runCommand(call, reading.command, text);
    case 'ask':
      return ask(text, call.now, call.today, reading);
    case 'error':
      return refuse(text, reading);
    default:
      return reading satisfies never;
  }
}
