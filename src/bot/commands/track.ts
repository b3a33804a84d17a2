import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { ask, refuse } from '../messages/refusal.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { readMemberLine } from '../read-member-line.ts';
import type { Reply } from '../slack/blocks.ts';
import { openLogForm } from '../views/open-forms.ts';
import { log } from './log.ts';
import { runCommand } from './run-command.ts';

/** Answers `/track`: with text it is read and done, without it the log form opens and there is nothing to say. */
export async function track(call: Call, typed: string, responseUrl: string): Promise<Reply | undefined> {
  const known = await knowMember(call);
  if (known === undefined) return zoneNeeded(typed);
  const text = typed.trim();
  return text === '' ? openLogForm(known, { url: responseUrl, how: 'add' }) : readAndDo(known, text);
}

/** Reads one line of a member and does what it says. */
export async function readAndDo(call: MemberCall, text: string): Promise<Reply> {
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
