import type { ReactNode } from 'react';

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

const line = { fill: 'none', strokeWidth: 2.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const DRAWN: Readonly<Record<string, ReactNode>> = {
  white_check_mark: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="5" fill="#2f9e5b" />
      <path d="m7 12.4 3.4 3.4L17 8.6" stroke="#fff" {...line} />
    </>
  ),
  warning: (
    <>
      <path d="M12 2.5 23 21.5H1z" fill="#f3b61f" stroke="#f3b61f" strokeWidth="2" strokeLinejoin="round" />
      <path d="M12 9v6" stroke="#3a2a00" {...line} />
      <circle cx="12" cy="18.4" r="1.4" fill="#3a2a00" />
    </>
  ),
  thinking_face: (
    <>
      <circle cx="12" cy="11.5" r="10" fill="#f7c948" />
      <circle cx="8.6" cy="10" r="1.4" fill="#4a3500" />
      <circle cx="15.4" cy="10" r="1.4" fill="#4a3500" />
      <path
        d="M6.4 6.6q2-1.6 4-.6M14 5.4q2.4-.4 3.6 1.2M9.5 15.5l5-1"
        stroke="#4a3500"
        {...line}
        strokeWidth="1.6"
      />
      <path d="M8 18.5q1.5 4 4.5 3.8 3-.3 2.5-3.3" fill="#e0a526" />
    </>
  ),
  stopwatch: (
    <>
      <path d="M10 2h4M12 2v3M18.5 6l1.5-1.5" stroke="#7b8087" {...line} />
      <circle cx="12" cy="13.5" r="8.2" fill="#f4f6f8" stroke="#7b8087" strokeWidth="2.2" />
      <path d="M12 9v4.7l3 2" stroke="#c2263e" {...line} strokeWidth="2" />
    </>
  ),
  wastebasket: (
    <>
      <path d="M4 6h16M9.5 3h5" stroke="#7b8087" {...line} />
      <path d="M5.5 8.5h13L17.3 22H6.7z" fill="#aab1b8" stroke="#7b8087" strokeWidth="1.6" />
      <path d="M10 12v6.5M14 12v6.5" stroke="#5b6168" {...line} strokeWidth="1.8" />
    </>
  ),
  leftwards_arrow_with_hook: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="5" fill="#3a78c9" />
      <path d="M10.5 6.5 6.5 10.4l4 3.9M7 10.4h7.3a3.4 3.4 0 0 1 0 7H12" stroke="#fff" {...line} />
    </>
  ),
  arrow_right_hook: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="5" fill="#3a78c9" />
      <path d="m13.5 6.5 4 3.9-4 3.9M17 10.4H9.7a3.4 3.4 0 0 0 0 7H12" stroke="#fff" {...line} />
    </>
  ),
  earth_africa: (
    <>
      <circle cx="12" cy="12" r="10" fill="#3d8bd4" />
      <path d="M8 4.5q5-2.5 8 .2l1 4-3 3.6.6 4.4L12 21l-2-5-3.6-4q-1-4 1.6-7.500z" fill="#56b366" />
    </>
  ),
};

const SIGNS: Readonly<Record<string, string>> = {
  tada: '🎉',
  wave: '👋',
  bell: '🔔',
  calendar: '📅',
  memo: '📝',
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
