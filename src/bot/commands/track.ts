import { asksIfWorking } from '../../overnight.ts';
import type { CommandName } from '../../phrase/command.ts';
import type { Reading } from '../../phrase/reading.ts';
import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { ask, refuse } from '../messages/refusal.ts';
import { withStillWorking } from '../messages/still-working.ts';
import { withWelcome } from '../messages/welcome.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { readMemberLine } from '../read-member-line.ts';
import type { Reply } from '../slack/blocks.ts';
import { log } from './log.ts';

/** Answers `/track`: with text it is read and done, without it the log form opens and there is nothing to say. */
export async function track(call: Call, typed: string): Promise<Reply | undefined> {
  const known = await knowMember(call);
  if (known === undefined) return zoneNeeded(typed);
  // The whole line is what people copy from an answer.
  const text = typed.trim().replace(/^\/track\s+/i, '');
  if (text === '') call.mark?.({ name: 'form' });
  const answer = text === '' ? await (await otherCommands()).openForm(known) : await readAndDo(known, text);
  if (answer === undefined || answer.shared || !known.isFirst) return answer;
  return withWelcome(answer, known.prefs);
}

/** Reads one line of a member and does what it says, and asks on top whether a timer that ran over night still should. */
async function readAndDo(call: MemberCall, text: string): Promise<Reply | undefined> {
  const reading = readMemberLine(call, text);
  call.mark?.({ name: nameOf(reading) });
  const answer = await doReading(call, reading, text);
  const { timer } = call.home;
  // What others see asks the member nothing: the question comes with the next answer.
  if (answer === undefined || answer.shared) return answer;
  if (timer.state === 'idle' || !asksIfWorking(timer, call.now)) return answer;
  if (reading.kind === 'command' && MOVES_TIMER.has(reading.command.name)) return answer;
  return withStillWorking(answer, timer, { now: call.now, zone: call.prefs.zone });
}

/** Commands that answer the question themselves, or may have changed the timer. */
const MOVES_TIMER: ReadonlySet<CommandName> = new Set([
  'start',
  'switch',
  'stop',
  'cancel',
  'resume',
  'status',
  'undo',
  'redo',
]);

/** What the log calls a line: the verb, or what was made of it; never a word of it. */
function nameOf(reading: Reading): string {
  return reading.kind === 'command' ? reading.command.name : reading.kind;
}

async function doReading(call: MemberCall, reading: Reading, text: string): Promise<Reply | undefined> {
  switch (reading.kind) {
    case 'log':
      return log(call, reading);
    case 'command':
      return (await otherCommands()).runCommand(call, reading.command, text);
    case 'ask':
      return ask(text, call.now, call.today, reading);
    case 'error':
      return refuse(text, reading);
    default:
      return reading satisfies never;
  }
}

/** All commands but the log: most lines that a fresh process gets log something. */
async function otherCommands() {
  return (await import('../later.ts')).later;
}
