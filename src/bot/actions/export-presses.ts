import { claimPress } from '../../store/claim.ts';
import { sendFile } from '../commands/export.ts';
import { askFormat, EXPORT_LOST } from '../messages/export-words.ts';
import { decodeExport } from '../wire/export-value.ts';
import { decodeReport } from '../wire/report-value.ts';
import type { PressHandler } from './press.ts';

/** Asks below a report as which file it is wanted; the report stays as it is. */
export const downloadPressed: PressHandler = async (call, { value, surface }) => {
  const report = decodeReport(value);
  if (report === undefined || surface.kind !== 'message') return EXPORT_LOST;
  if ((await claimPress(call.store, call.member, call.requestId)) === 'same click') return undefined;
  const { by: _by, rounding: _rounding, ...narrowed } = report;
  await call.slack.respond(surface.responseUrl, askFormat(narrowed, call), 'add');
  return undefined;
};

/** Makes the file that was chosen. */
export const exportPressed: PressHandler = async (call, { value, surface }) => {
  const wanted = decodeExport(value);
  if (wanted === undefined || surface.kind !== 'message') return EXPORT_LOST;
  return sendFile(call, wanted, surface.responseUrl);
};
