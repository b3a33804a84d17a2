import { useEffect, useState } from 'react';

/** As often as the minute that is shown may be late, in milliseconds. */
const LOOK_MS = 5000;

/** The time in the workspace, whose clock is so many milliseconds ahead of this machine's. */
export function useClock(ahead: number): number {
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((looks) => looks + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return Date.now() + ahead;
}
