import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

type KeptFocus<Place> = {
  readonly ref: RefObject<Place | null>;
  readonly tabIndex: -1;
  readonly onFocus: (event: FocusEvent) => void;
};

/** A place that takes the focus when what had it is no longer shown: it must not fall back to the top of the page. */
export function useKeptFocus<Place extends HTMLElement>(shown: unknown): KeptFocus<Place> {
  const ref = useRef<Place>(null);
  const focused = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever something else is shown
  useEffect(() => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if (isLost) ref.current?.focus({ preventScroll: true });
  }, [shown]);
  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target }) => {
      focused.current = target;
    },
  };
}
