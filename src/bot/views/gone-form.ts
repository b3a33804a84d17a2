import { findReceipt } from '../../store/change.ts';
import { goneReply } from '../actions/find-entry.ts';
import type { MemberCall } from '../call.ts';
import type { Outcome } from './submission.ts';

const GONE =
  'This isn’t here any more: it was deleted, undone or moved. Nothing was saved; copy what you typed before you close this.';

/**
 * What becomes of a form about something that is gone: it stays open with what was typed, unless this very form was saved
 * before.
 */
export async function goneForm(call: MemberCall, field: string): Promise<Outcome> {
  const { store, member, requestId } = call;
  if ((await findReceipt(store, member, requestId)) !== undefined) {
    return { kind: 'answer', title: 'Not saved', reply: await goneReply(call) };
  }
  return { kind: 'errors', errors: { [field]: GONE } };
}
