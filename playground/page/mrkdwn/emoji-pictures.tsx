import type { ReactNode } from 'react';

const line = { fill: 'none', strokeWidth: 2.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** Pictures of 24 by 24 by the emoji's name in Slack. */
export const DRAWN: Readonly<Record<string, ReactNode>> = {
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
      <path d="M8 4.5q5-2.5 8 .2l1 4-3 3.6.6 4.4L12 21l-2-5-3.6-4q-1-4 1.6-7.5z" fill="#56b366" />
    </>
  ),
  arrows_counterclockwise: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="5" fill="#3a78c9" />
      <path
        d="M6.5 11a5.6 5.6 0 0 1 9.8-2.8M17.5 13a5.6 5.6 0 0 1-9.8 2.8"
        stroke="#fff"
        {...line}
        strokeWidth="2"
      />
      <path d="M16.8 5.2v3.3h-3.3M7.2 18.8v-3.3h3.3" stroke="#fff" {...line} strokeWidth="2" />
    </>
  ),
  bar_chart: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="4" fill="#eef3f8" stroke="#7b8087" strokeWidth="1.4" />
      <path d="M7.5 18v-6" stroke="#3a78c9" {...line} strokeWidth="3" />
      <path d="M12 18V6.5" stroke="#2f9e5b" {...line} strokeWidth="3" />
      <path d="M16.5 18v-9" stroke="#c2263e" {...line} strokeWidth="3" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4" width="18" height="18" rx="3" fill="#f4f6f8" stroke="#7b8087" strokeWidth="1.6" />
      <path d="M3 9.5V7a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v2.5z" fill="#c2263e" />
      <path d="M8 2.5v3M16 2.5v3" stroke="#5b6168" {...line} strokeWidth="2" />
      <path
        d="M7.5 13.5h1.5M11.3 13.5h1.5M15 13.5h1.5M7.5 17.5h1.5M11.3 17.5h1.5"
        stroke="#5b6168"
        {...line}
        strokeWidth="2"
      />
    </>
  ),
  crescent_moon: <path d="M15.5 2.5a9.7 9.7 0 1 0 6 13.6A8.6 8.6 0 0 1 15.5 2.5z" fill="#f3b61f" />,
  gear: (
    <>
      <path
        d="M12 2.5v3.5M12 18v3.5M2.5 12H6M18 12h3.5M5.3 5.3l2.5 2.5M16.2 16.2l2.5 2.5M5.3 18.7l2.5-2.5M16.2 7.8l2.5-2.5"
        stroke="#7b8087"
        {...line}
        strokeWidth="3.2"
      />
      <circle cx="12" cy="12" r="5.4" fill="none" stroke="#7b8087" strokeWidth="3.6" />
    </>
  ),
  memo: (
    <>
      <path d="M4 2h11l5 5v15H4z" fill="#f4f6f8" stroke="#7b8087" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M7.5 9h7M7.5 13h9M7.5 17h5" stroke="#7b8087" {...line} strokeWidth="1.8" />
      <path d="m13 16.5 7-8 2.3 2-7 8-3 .9z" fill="#f3b61f" stroke="#8a6400" strokeWidth="1" />
    </>
  ),
  busts_in_silhouette: (
    <>
      <circle cx="16" cy="8" r="3.4" fill="#8f96a0" />
      <path d="M11.5 20c0-4.6 1.8-6.8 4.5-6.8s5 2.2 5 6.8z" fill="#8f96a0" />
      <circle cx="9" cy="8.5" r="4.2" fill="#4f6d8f" />
      <path d="M2 21.5c0-5 2.8-7.8 7-7.8s7 2.8 7 7.8z" fill="#4f6d8f" />
    </>
  ),
  wave: (
    <>
      <path
        d="M7 13.5 4.8 9.7M9 12 6 6.3M11.5 10.5l-3-5.7M14 9.3l-2.2-4.2M14 9.3l1.5 3.2c.3-2 .9-3.3 2.5-3.3"
        stroke="#e0a526"
        {...line}
        strokeWidth="3.2"
      />
      <path
        d="M6.5 12.5 13.5 8l4.5 2.5c1.5 6-1 10-4.5 10.5-3 .4-5.2-2.5-7-8.5z"
        fill="#f7c948"
        stroke="#e0a526"
      />
      <path
        d="M17.5 2.8q2.8.8 3.6 3.6M2.5 16.5q.5 3.3 3.3 4.7"
        stroke="#7b8087"
        {...line}
        strokeWidth="1.5"
      />
    </>
  ),
  file_cabinet: (
    <>
      <rect x="4" y="2" width="16" height="20" rx="2" fill="#aab1b8" stroke="#7b8087" strokeWidth="1.6" />
      <path d="M4 12h16" stroke="#7b8087" strokeWidth="1.6" />
      <path d="M10 7h4M10 17h4" stroke="#5b6168" {...line} strokeWidth="2" />
    </>
  ),
  label: (
    <>
      <path
        d="M2.5 12 8 6h13.5v12H8z"
        fill="#f7c948"
        stroke="#b98400"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <circle cx="8.6" cy="12" r="1.7" fill="#fff" stroke="#b98400" strokeWidth="1.2" />
    </>
  ),
  ok_hand: (
    <>
      <circle cx="8.5" cy="14" r="4.6" fill="none" stroke="#e0a526" strokeWidth="3" />
      <path d="M12 11.5 15.5 3.5M13.3 13.5l6-8M13.3 16l7.2-5.5" stroke="#e0a526" {...line} strokeWidth="3" />
    </>
  ),
  pencil2: (
    <>
      <path d="m4 20 1.4-5L16.5 3.9l3.6 3.6L9 18.6z" fill="#f3b61f" stroke="#8a6400" strokeWidth="1.4" />
      <path d="m4 20 1.4-5L9 18.6z" fill="#5b6168" />
    </>
  ),
  scissors: (
    <>
      <path d="M8 15.5 17.5 3M16 15.5 6.5 3" stroke="#7b8087" {...line} />
      <circle cx="6.5" cy="18" r="3" fill="none" stroke="#c2263e" strokeWidth="2.2" />
      <circle cx="17.5" cy="18" r="3" fill="none" stroke="#c2263e" strokeWidth="2.2" />
    </>
  ),
};
