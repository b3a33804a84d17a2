import { asksIfWorking } from '../../overnight.ts';
import type { MemberCall } from '../call.ts';
import { lostOf } from '../lost-errand.ts';
import { lostBlocks } from '../messages/lost.ts';
import { stillWorking } from '../messages/still-working.ts';
import { sinceWords, timerControls, timerSubject } from '../messages/timer-words.ts';
import { welcomeWords } from '../messages/welcome.ts';
import { actions, type Block, button, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodePrefill } from '../wire/prefill.ts';
import { encodeTimer } from '../wire/timer-value.ts';

/** What one comes here for: the timer, a form to log time, and the settings; a welcome for those who are new. */
export function startBlocks(call: MemberCall): Block[] {
  const { timer, entries, tags } = call.home;
  const isIdle = timer.state === 'idle';
  const isNew = isIdle && entries.length === 0 && tags.length === 0;
  return [
    ...(isNew ? [section(welcomeWords(call.prefs))] : []),
    ...lostOf(call).flatMap((lost) => lostBlocks(lost, { ...call.prefs, today: call.today })),
    ...timerBlocks(call),
    actions('start', [
      button({
        action: ACTION.logTime,
        text: 'Log time',
        value: encodePrefill({}),
        // A timer that runs has the one button that stands out.
        ...(isIdle ? { style: 'primary' } : {}),
      }),
      ...(isIdle ? startButtons(call) : []),
      button({ action: ACTION.settings, text: 'Settings', value: '-' }),
    ]),
  ];
}

/** Since when it runs and not how long, which would be wrong a minute later. */
function timerBlocks({ home, now, prefs }: MemberCall): Block[] {
  const { timer } = home;
  if (timer.state === 'idle') return [section('No timer runs.')];
  const context = { now, zone: prefs.zone };
  if (asksIfWorking(timer, now)) return [...stillWorking(timer, context).blocks];
  const since = sinceWords(timer.startedAt, now, prefs.zone);
  return [section(`:stopwatch: Running since *${since}*${timerSubject(timer)}`), timerControls(timer)];
}

function startButtons({ home }: MemberCall) {
  const value = encodeTimer(home.timer);
  const resume = button({
    action: ACTION.resume,
    text: 'Resume',
    value,
    label: 'Start the timer for what you logged last',
  });
  return [
    button({ action: ACTION.startTimer, text: 'Start the timer…', value }),
    ...(home.entries.length === 0 ? [] : [resume]),
  ];
}
