import type { Call } from '../call.ts';
import type { Reply, View } from '../slack/blocks.ts';
import type { FieldErrors } from './field-read.ts';
import type { FieldValues } from './field-values.ts';
import type { FormState } from './form-state.ts';

/** What becomes of a form: it closes with an answer, stays open with errors at its fields, or shows another page. */
export type Outcome =
  | { readonly kind: 'answer'; readonly title: string; readonly reply: Reply }
  | { readonly kind: 'errors'; readonly errors: FieldErrors }
  | { readonly kind: 'show'; readonly view: View };

export type Submission = {
  readonly state: FormState;
  readonly values: FieldValues;
  /** The same whatever the values: for what one form makes once. */
  readonly formId: string;
};

/** Does what a submitted form says. */
export type SubmissionHandler = (call: Call, submission: Submission) => Promise<Outcome>;
