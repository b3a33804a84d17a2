import { plainReply } from '../slack/blocks.ts';
import type { FieldValues } from './field-values.ts';
import type { Outcome } from './submission.ts';

/** A form that was not taken stays open with all that was typed; one without a field can only say why. */
export function keptOpen(values: FieldValues, why: string): Outcome {
  const [field] = Object.keys(values);
  return field === undefined ? notTaken(why) : { kind: 'errors', errors: { [field]: why } };
}

/** The answer to a form that nothing could be made of. */
export function notTaken(why: string): Extract<Outcome, { kind: 'answer' }> {
  return { kind: 'answer', title: 'Not saved', reply: plainReply(why) };
}
