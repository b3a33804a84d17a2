import type { Option } from '../views/form.ts';

const MOST_OPTIONS = 100;

/** The IANA zones whose name holds what was typed, city first: `madrid` finds Europe/Madrid. */
export function zoneOptions(typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MOST_OPTIONS)
    .map((zone) => ({ text: zone.replaceAll('_', ' '), value: zone }));
}
