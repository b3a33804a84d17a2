import * as z from 'zod/mini';
import { nameMe } from '../commands/team/name-me.ts';
import { previewTeamDigest } from '../commands/team/preview-digest.ts';
import { showTeamReport } from '../commands/team/team-report.ts';
import { plainReply } from '../slack/blocks.ts';
import { openLeads, openTeamDigest } from '../views/open-team-forms.ts';
import { jsonOf } from '../wire/entry-ref.ts';
import { decodeTeamReport } from '../wire/team-report.ts';
import { answerTo, type PressHandler } from './press.ts';
import { shareOnce } from './share-once.ts';

const UNKNOWN_REPORT = plainReply(
  'That report can’t be read any more. `/track team report last month by tag` shows any that you want.',
);
const UNKNOWN_WISH = plainReply(
  'That button can’t be read any more, so nothing changed. `/track team show me` and `/track team hide me` do the same.',
);

/** Shows the same report of the team put together another way. */
export const teamReportPressed: PressHandler = async (call, { value, surface }) => {
  const wanted = decodeTeamReport(value);
  if (wanted === undefined) return UNKNOWN_REPORT;
  const place =
    surface.kind === 'message' ? { url: surface.responseUrl, how: 'replace' as const } : undefined;
  return showTeamReport(call, wanted, false, place);
};

/** Posts a report of the team where everybody in the channel sees it, once however often the button is pressed. */
export const shareTeamReportPressed: PressHandler = async (call, { value, surface }) => {
  const wanted = decodeTeamReport(value);
  if (wanted === undefined || surface.kind !== 'message') return UNKNOWN_REPORT;
  const place = { url: surface.responseUrl, how: 'share' as const };
  const shown = await showTeamReport(call, wanted, true, place);
  if (shown.shared !== true) return shown;
  return shareOnce(call, surface.responseUrl, shown, 'team report share');
};

/** Opens the form that names the leads, for admins. */
export const leadsPressed: PressHandler = (call, press) => openLeads(call, answerTo(press));

/** Opens the form for the team digest, for admins. */
export const teamDigestPressed: PressHandler = (call, press) => openTeamDigest(call, answerTo(press));

/** Shows the team digest to whoever presses it, below the message that offered it. */
export const teamDigestNowPressed: PressHandler = async (call, { surface }) => {
  if (surface.kind !== 'message') return previewTeamDigest(call, undefined);
  const place = { url: surface.responseUrl, how: 'replace' as const };
  return previewTeamDigest(call, place);
};

const wish = z.object({ n: z.boolean() });

/** Lets the team digest name the member, or not. */
export const nameMePressed: PressHandler = async (call, { value }) => {
  const parsed = wish.safeParse(jsonOf(value));
  return parsed.success ? nameMe(call, parsed.data.n) : UNKNOWN_WISH;
};
