import { foldText } from '../../find-words.ts';
import { zoneWords } from '../messages/words.ts';
import type { Option } from '../views/form.ts';
import { SLACK_ZONE } from '../views/settings-form.ts';

const MOST_OPTIONS = 100;

/** Names that people use and the runtime's own list has under an older one. */
const NEWER_NAMES = [
  'America/Nuuk',
  'America/Argentina/Buenos_Aires',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];

/** The IANA zones whose name holds what was typed, without regard to accents: `madrid` finds Europe/Madrid, `são paulo` its own. */
export function zoneOptions(typed: string): readonly Option[] {
  const wanted = foldText(typed.trim()).replaceAll(' ', '_');
  const known = Intl.supportedValuesOf('timeZone');
  const zones = new Set(['UTC', ...[...known, ...NEWER_NAMES].toSorted()]);
  return [...zones]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MOST_OPTIONS)
    .map((zone) => ({ text: zoneWords(zone), value: zone }));
}

/** The same for somebody whom Slack has told a zone before: following it stands first. */
export function ownZoneOptions(typed: string): readonly Option[] {
  const isWanted = SLACK_ZONE.text.toLowerCase().includes(typed.trim().toLowerCase());
  return [...(isWanted ? [SLACK_ZONE] : []), ...zoneOptions(typed)].slice(0, MOST_OPTIONS);
}
