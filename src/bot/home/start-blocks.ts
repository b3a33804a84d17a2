import type { MemberCall } from '../call.ts';
import { sinceWords, timerSubject } from '../messages/timer-words.ts';
import { welcomeWords } from '../messages/welcome.ts';
import { actions, type Block, button, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodePrefill } from '../wire/prefill.ts';

/** What one comes here for: the timer, a form to log time, and the settings; a welcome for those who are new. */
export function startBlocks(call: MemberCall): Block[] {
  const { home, now, prefs } = call;
  const { timer, entries, tags } = home;
  const isNew = entries.length === 0 && tags.length === 0 && timer.state === 'idle';
  const line =
    timer.state === 'idle'
      ? 'No timer runs. `/track start #writing` starts one.'
      : `:stopwatch: Running since ${sinceWords(timer.startedAt, now, prefs.zone)}${timerSubject(timer)}. \`/track stop\` logs it.`;
  return [
    ...(isNew ? [section(welcomeWords(prefs))] : []),
    section(line),
    actions('start', [
      button({ action: ACTION.logTime, text: 'Log time', value: encodePrefill({}), style: 'primary' }),
      button({ action: ACTION.settings, text: 'Settings', value: '-' }),
    ]),
  ];
}
