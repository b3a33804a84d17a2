import type { Call } from '../call.ts';
import type { Reply } from '../slack/blocks.ts';
import { openForm } from '../views/open-form.ts';
import { zoneForm } from '../views/small-forms.ts';
import { answerTo, type Press } from './press.ts';

/** Opens the form that asks for the time zone; it remembers the line that was typed. */
export async function setZonePressed(call: Call, press: Press): Promise<Reply | undefined> {
  const { value } = press;
  const memory = value === '' || value === '-' ? {} : { line: value };
  return openForm(call, answerTo(press, 'add'), memory, zoneForm);
}
