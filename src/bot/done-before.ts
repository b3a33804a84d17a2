import { findReceipt } from '../store/change.ts';
import type { MemberCall } from './call.ts';
import { type OwnReply, plainReply } from './slack/blocks.ts';

/**
 * The answer where what a request is about is not there or looks otherwise, because this very request was carried out and
 * its answer was lost; `undefined` where it was not. `where` is the command that shows how things stand.
 */
export async function doneBefore(
  { store, member, requestId }: MemberCall,
  where: 'list' | 'tasks' | 'notes',
): Promise<OwnReply | undefined> {
  const receipt = await findReceipt(store, member, requestId);
  if (receipt === undefined) return undefined;
  return plainReply(`That is done already. \`/track ${where}\` shows how things stand.`);
}
