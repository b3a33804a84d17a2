import { claimPress } from '../../store/claim.ts';
import { reportOrLater } from '../report-or-later.ts';
import { plainReply } from '../slack/blocks.ts';
import { decodeReport } from '../wire/report-value.ts';
import type { PressHandler } from './press.ts';

const UNKNOWN_REPORT = plainReply(
  'That report can’t be read any more. `/track week` shows this week, and `/track report last month by tag` any other.',
);
const SHARED_BEFORE = plainReply(
  'That report was shared already. If it is not in the channel, Slack lost it: `/track report share` posts it anew.',
);
const NOT_TAKEN = plainReply(
  ':warning: Slack did not take the report this time, so nobody else saw it. `/track report share` tries again.',
);

/** Shows the same entries put together another way. */
export const reportPressed: PressHandler = async (call, { value, surface }) => {
  const wanted = decodeReport(value);
  if (wanted === undefined) return UNKNOWN_REPORT;
  const responseUrl = surface.kind === 'message' ? surface.responseUrl : undefined;
  return reportOrLater(call, wanted, { responseUrl });
};

/** Posts a report where everybody in the channel sees it, once however often the button is pressed. */
export const shareReportPressed: PressHandler = async (call, { value, surface }) => {
  const wanted = decodeReport(value);
  if (wanted === undefined || surface.kind !== 'message') return UNKNOWN_REPORT;
  const { responseUrl } = surface;
  const shown = await reportOrLater(call, wanted, { shared: true, responseUrl });
  if (shown.shared !== true) return shown;
  const claim = await claimPress(call.store, call.member, call.requestId);
  // What the first of two clicks is answered with stands.
  if (claim === 'same click') return undefined;
  if (claim === 'claimed anew') return SHARED_BEFORE;
  const taken = await call.slack.respond(responseUrl, shown, 'share');
  return taken ? plainReply(':white_check_mark: Shared in this channel.') : NOT_TAKEN;
};
