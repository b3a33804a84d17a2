import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Overlay } from './controls/overlay.tsx';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly about?: string;
  readonly choose: () => void;
};

type Props = {
  readonly id: string;
  /** What screen readers call the button. */
  readonly label: string;
  /** What stands on the button. */
  readonly face: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
};

const ITEM = '[role="menuitem"]';

/** A button with a menu behind it. Arrow keys, Home and End move; Escape, Tab and a click elsewhere close it. */
export function Menu({ id, label, face, items, className = 'button' }: Props) {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    whole.current?.querySelector<HTMLElement>(ITEM)?.focus();
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (event.key === 'Escape') {
      // Only the menu closes, not the form around it.
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const all = [...(whole.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
    const at = all.findIndex((item) => item.matches(':focus'));
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next)?.focus();
  }

  function closeWhenLeft({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && !whole.current?.contains(relatedTarget)) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and to the items inside
    <span ref={whole} className="menu" onKeyDown={onKeyDown} onBlur={closeWhenLeft}>
      <button
        ref={opener}
        type="button"
        className={className}
        id={id}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <Overlay anchor={opener} className="menu-items" role="menu" tabIndex={-1} aria-labelledby={id}>
          {items.map(({ key, label: name, about, choose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                choose();
              }}
            >
              {name}
              {about !== undefined && <small>{about}</small>}
            </button>
          ))}
        </Overlay>
      )}
    </span>
  );
}
