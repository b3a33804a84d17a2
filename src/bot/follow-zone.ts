import { settingsOf } from '../member.ts';
import { writePrefs } from '../store/prefs.ts';
import type { MemberCall } from './call.ts';
import { zoneWords } from './messages/words.ts';
import { plainReply, type Reply } from './slack/blocks.ts';
import { escapeText } from './slack/escape.ts';

/**
 * Takes over the zone that Slack knows of a member who chose none here: whoever travels finds their own day, and is told so.
 * Slack's silence, or a change of the settings at the same moment, changes nothing until the next time.
 */
export async function followZone({
  store,
  member,
  slack,
  prefs,
  isFirst,
}: MemberCall): Promise<Reply | undefined> {
  // Whoever was met just now has the zone that Slack told just now.
  if (prefs.zoneChosen || isFirst) return undefined;
  const zone = await slack.memberZone(member.memberId);
  if (zone === undefined || (zone === prefs.zone && !prefs.zoneAssumed)) return undefined;
  const settings = { ...settingsOf(prefs), zone, zoneAssumed: false };
  const result = await writePrefs(store, member, prefs, settings);
  if (result.kind === 'changed' || zone === prefs.zone) return undefined;
  return plainReply(
    `:earth_africa: Slack says that you are in *${escapeText(zoneWords(zone))}* now, so your days begin and end there. What you logged stays on its day; \`/track settings\` keeps another zone.`,
  );
}
