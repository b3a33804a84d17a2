import { putLostAway } from '../../store/lost.ts';
import { localDateOf } from '../../time.ts';
import { digestOn } from '../commands/digest-on.ts';
import { lostOf } from '../lost-errand.ts';
import { plainReply } from '../slack/blocks.ts';
import { decodeLost } from '../wire/lost-value.ts';
import type { PressHandler } from './press.ts';

const GONE = plainReply('That is put away already. `/track digest now` shows your week at any time.');

/** Shows the digest that may be lost, as it would be told on its day, and puts the news of it away. */
export const showLostPressed: PressHandler = async (call, { value }) => {
  const lost = decodeLost(value);
  if (lost?.errand !== 'digest' || !isLost(call, value)) return GONE;
  const shown = await digestOn(call, localDateOf(lost.bucket, call.prefs.zone));
  await putLostAway(call.store, call.member, lost);
  return shown;
};

export const putLostAwayPressed: PressHandler = async (call, { value }) => {
  const lost = decodeLost(value);
  if (lost === undefined || !isLost(call, value)) return GONE;
  await putLostAway(call.store, call.member, lost);
  return plainReply(':ok_hand: Put away.');
};

function isLost(call: Parameters<PressHandler>[0], value: string): boolean {
  const named = decodeLost(value);
  return lostOf(call).some(({ errand, bucket }) => errand === named?.errand && bucket === named.bucket);
}
