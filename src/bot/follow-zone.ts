import { readPrefs, writePrefs } from '../store/prefs.ts';
import type { Call } from './call.ts';

/**
 * Takes over the zone that Slack knows of a member who chose none here: whoever travels finds their own day. True where it
 * changed; Slack's silence, or a change of the settings at the same moment, changes nothing until the next time.
 */
export async function followZone({ store, member, slack }: Call): Promise<boolean> {
  const prefs = await readPrefs(store, member);
  if (prefs === undefined || prefs.zoneChosen) return false;
  const zone = await slack.memberZone(member.memberId);
  if (zone === undefined || (zone === prefs.zone && !prefs.zoneAssumed)) return false;
  const { version: _, ...settings } = prefs;
  const result = await writePrefs(store, member, prefs, { ...settings, zone, zoneAssumed: false });
  return result.kind === 'done';
}
