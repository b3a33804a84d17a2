import { reportOrLater } from '../report-or-later.ts';
import { plainReply } from '../slack/blocks.ts';
import { decodeReport } from '../wire/report-value.ts';
import type { PressHandler } from './press.ts';
import { shareOnce } from './share-once.ts';

const UNKNOWN_REPORT = plainReply(
  'That report can’t be read any more. `/track week` shows this week, and `/track report last month by tag` any other.',
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
  return shareOnce(call, responseUrl, shown, 'report share');
};
