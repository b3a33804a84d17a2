import type { MemberCall } from '../call.ts';
import { doneBefore } from '../done-before.ts';
import type { Outcome } from './submission.ts';

const GONE =
  'This isn’t here any more: it was deleted, undone or moved. Nothing was saved; copy what you typed before you close this.';

/**
 * What becomes of a form about something that is gone: it stays open with what was typed, unless this very form was saved
 * before.
 */
export async function goneForm(call: MemberCall, field: string, where: 'list' | 'notes'): Promise<Outcome> {
  const done = await doneBefore(call, where);
  if (done !== undefined) return { kind: 'answer', title: 'Saved', reply: done };
  return { kind: 'errors', errors: { [field]: GONE } };
}
