import { actions, button, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';

const QUESTION = [
  '*Shall I forget everything about you here?*',
  'Your entries, notes, timer, tags, settings, reminders and the history behind `/track undo` go for good: `/track undo` can’t bring them back.',
  'To keep them, have them sent to you first: `/track export json` is a file of everything that is kept of you.',
  'Tasks of yours that others have logged on, or put theirs under, stay with the workspace, without your name. What you shared in a channel stays in that channel.',
];

/** What would go, and the button that does it; `now` says when it was asked. */
export function forgetQuestion(now: number): Reply {
  const text = QUESTION.join('\n\n');
  const forget = button({
    action: ACTION.forgetMe,
    text: 'Forget me',
    value: String(now),
    style: 'danger',
    confirm: {
      title: 'Forget everything about you?',
      text: 'All that you logged here goes for good.',
      confirm: 'Forget me',
      deny: 'Keep it',
    },
  });
  return reply(text, [...QUESTION.map(section), actions('forget', [forget])]);
}

/** Said once it has begun, and to whatever the member does until it is done. */
export const BEING_FORGOTTEN = plainReply(
  'Everything about you here is being removed. It takes up to half an hour; after that, anything you log makes a new start.',
);
