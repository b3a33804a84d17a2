import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Fields } from '../block-kit/problem.ts';
import { isFields } from '../block-kit/problem.ts';
import { stringOf, wordsOf } from './reading.ts';

type Asking = {
  /** Runs at once where the element has no confirm, else after the member's yes. */
  readonly ask: (run: () => void) => void;
  readonly dialog: ReactNode;
};

/** An element's `confirm`: the question that stands before what it does. */
export function useConfirm(confirm: unknown): Asking {
  const [pending, setPending] = useState<() => void>();
  if (!isFields(confirm)) return { ask: (run) => run(), dialog: undefined };
  const answer = (isYes: boolean) => {
    setPending(undefined);
    if (isYes) pending?.();
  };
  return {
    ask: (run) => setPending(() => run),
    dialog: pending && <ConfirmDialog confirm={confirm} answer={answer} />,
  };
}

type Props = { readonly confirm: Fields; readonly answer: (isYes: boolean) => void };

function ConfirmDialog({ confirm, answer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const cameFrom = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (cameFrom instanceof HTMLElement) cameFrom.focus();
    };
  }, []);
  const style = stringOf(confirm['style']) === 'danger' ? 'danger' : 'primary';
  return (
    <dialog
      ref={dialog}
      className="modal modal-confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        answer(false);
      }}
    >
      <header className="modal-header">
        <h2 id={`${id}-title`}>{wordsOf(confirm['title']) || 'Are you sure?'}</h2>
      </header>
      <p className="modal-blocks" id={`${id}-text`}>
        {wordsOf(confirm['text'])}
      </p>
      <footer className="modal-footer">
        <button type="button" className="button" onClick={() => answer(false)}>
          {wordsOf(confirm['deny']) || 'Cancel'}
        </button>
        <button type="button" className={`button button-${style}`} onClick={() => answer(true)}>
          {wordsOf(confirm['confirm']) || 'Yes'}
        </button>
      </footer>
    </dialog>
  );
}
