import { useState } from 'react';

type History = {
  readonly isBrowsing: boolean;
  readonly add: (line: string) => void;
  /** One step back (1) or forward (-1) in what was sent; `undefined` at either end. */
  readonly move: (step: 1 | -1, draft: string) => string | undefined;
  readonly leave: () => void;
};

const KEPT = 50;

/** What a member sent, newest first, kept by the browser. */
export function useHistory(memberId: string): History {
  const key = `sent ${memberId}`;
  const [at, setAt] = useState(-1);
  const read = (): readonly string[] => {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((line) => typeof line === 'string') : [];
  };
  return {
    isBrowsing: at >= 0,
    add(line) {
      const others = read().filter((each) => each !== line);
      localStorage.setItem(key, JSON.stringify([line, ...others].slice(0, KEPT)));
    },
    move(step, draft) {
      const next = at + step;
      const lines = read();
      if (next >= lines.length || next < -1) return undefined;
      setAt(next);
      return next === -1 ? '' : (lines[next] ?? draft);
    },
    leave: () => setAt(-1),
  };
}
