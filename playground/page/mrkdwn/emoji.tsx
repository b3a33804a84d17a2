import { DRAWN } from './emoji-pictures.tsx';

/** An emoji by its name. The ones Stint uses are drawn, since not every machine has a font for them. */
export function Emoji({ name }: { readonly name: string }) {
  const words = name.replaceAll('_', ' ');
  const drawn = Object.hasOwn(DRAWN, name) ? DRAWN[name] : undefined;
  if (drawn) {
    return (
      <svg className="emoji" viewBox="0 0 24 24" role="img" aria-label={words}>
        {drawn}
      </svg>
    );
  }
  const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
  return sign === undefined ? (
    `:${name}:`
  ) : (
    <span role="img" aria-label={words}>
      {sign}
    </span>
  );
}

/** Signs by their name; not every machine has a font for them. */
const SIGNS: Readonly<Record<string, string>> = {
  tada: '🎉',
  wave: '👋',
  busts_in_silhouette: '👥',
  bell: '🔔',
  calendar: '📅',
  memo: '📝',
  package: '📦',
  dart: '🎯',
  bar_chart: '📊',
  clock3: '🕒',
  hourglass_flowing_sand: '⏳',
  x: '❌',
  no_entry: '⛔',
  bulb: '💡',
  lock: '🔒',
  sparkles: '✨',
  point_right: '👉',
  heavy_check_mark: '✔️',
  '+1': '👍',
};
