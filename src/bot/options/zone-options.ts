import { zoneWords } from '../messages/words.ts';
import type { Option } from '../views/form.ts';
import { SLACK_ZONE } from '../views/settings-form.ts';

const MOST_OPTIONS = 100;

/** The IANA zones whose name holds what was typed, city first: `madrid` finds Europe/Madrid. */
export function zoneOptions(typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MOST_OPTIONS)
    .map((zone) => ({ text: zoneWords(zone), value: zone }));
}

/** The same for somebody whom Slack has told a zone before: following it stands first. */
export function ownZoneOptions(typed: string): readonly Option[] {
  const isWanted = SLACK_ZONE.text.toLowerCase().includes(typed.trim().toLowerCase());
  return [...(isWanted ? [SLACK_ZONE] : []), ...zoneOptions(typed)].slice(0, MOST_OPTIONS);
}
