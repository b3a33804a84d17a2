import type { Call } from '../call.ts';
import type { Reply } from '../slack/blocks.ts';
import { sealState } from '../views/form-state.ts';
import { FORM_NOT_OPENED } from '../views/open-forms.ts';
import { zoneForm } from '../views/small-forms.ts';
import { answerTo, type Press } from './press.ts';

/** Opens the form that asks for the time zone; it remembers the line that was typed. */
export async function setZonePressed(call: Call, press: Press): Promise<Reply | undefined> {
  const { value } = press;
  const answer = answerTo(press, 'add');
  const state = sealState(
    {
      member: call.member.memberId,
      round: 0,
      ...(value === '' || value === '-' ? {} : { line: value }),
      ...(answer === undefined ? {} : { answer }),
    },
    call.seal,
  );
  const opened = await call.slack.openView(call.triggerId, zoneForm(state, undefined));
  return opened ? undefined : FORM_NOT_OPENED;
}
