import type { Reading } from '../../phrase/reading.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { pasteableLine, typedText } from '../slack/typed-text.ts';

/** Longer lines are not repeated: what is pasted should be seen whole. */
const LONGEST_REPEATED = 300;

/** What a message to the bot is answered with: it is not read, and the command is how. `reading` is how its text would read there. */
export function howToLog(text: string, reading: Reading): Reply {
  const line = typedText(text).replace(/\s+/g, ' ').trim();
  const isMeant = reading.kind !== 'error' && line.length <= LONGEST_REPEATED;
  const first = isMeant
    ? `I act only on \`/track\`, so nothing was done. Paste this to do it: ${pasteableLine(line)}`
    : 'I act only on `/track`, here or in any channel: `/track 45m #writing` logs, `/track start #writing` starts a timer.';
  return plainReply(`:wave: ${first}\n\`/track help\` shows everything that works.`);
}
