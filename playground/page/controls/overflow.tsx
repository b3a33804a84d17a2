import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useConfirm } from '../confirm.tsx';
import { stringOf, wordsOf } from '../reading.ts';
import { optionsOf, valueOfOption } from './options.ts';
import { Overlay } from './overlay.tsx';
import { type ControlProps, useControl } from './use-control.ts';

const ITEM = '[role="menuitem"]';

/** The menu behind three dots, moved through with the arrow keys. */
export function Overflow(props: ControlProps) {
  const { element } = props;
  const { press, about } = useControl(props);
  const { ask, dialog } = useConfirm(element['confirm']);
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

  function move(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      opener.current?.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(whole.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    items.at((at + step) % items.length)?.focus();
  }

  return (
    <span ref={whole} className="overflow">
      <button
        ref={opener}
        type="button"
        className="button"
        id={about.id}
        aria-label={about['aria-label'] ?? 'More'}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && (
        <Overlay
          anchor={opener}
          className="overflow-menu"
          role="menu"
          tabIndex={-1}
          aria-labelledby={about.id}
          onKeyDown={move}
        >
          {optionsOf(element).map((option) => (
            <button
              key={valueOfOption(option)}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                opener.current?.focus();
                ask(() => {
                  if (option['url'] !== undefined) window.open(stringOf(option['url']), '_blank', 'noopener');
                  press({ selected_option: option });
                });
              }}
            >
              {wordsOf(option['text'])}
            </button>
          ))}
        </Overlay>
      )}
      {dialog}
    </span>
  );
}
