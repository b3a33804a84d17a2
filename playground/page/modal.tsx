import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { View } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { Blocks } from './blocks.tsx';
import { fieldListOf, wordsOf } from './reading.ts';
import { callServer } from './server-calls.ts';
import { SurfaceContext } from './surface.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSurfaceState } from './use-surface-state.ts';

type Props = { readonly person: Person; readonly view: View | undefined };

const CHOSEN_FIELD = '[data-focus-first]';
const FIRST_FIELD = '.modal-blocks :is(input, select, textarea)';

/** The uppermost modal. Escape and Cancel close it, and the focus goes back to where it was. */
export function Modal({ person, view }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cameFrom = useRef<Element>(null);
  const isOpen = view !== undefined;

  useEffect(() => {
    if (isOpen) {
      cameFrom.current = document.activeElement;
      dialog.current?.showModal();
      return;
    }
    dialog.current?.close();
    const back = cameFrom.current;
    const fallback = document.getElementById('composer');
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else if (back) fallback?.focus();
  }, [isOpen]);
  // After showModal, which by itself would choose the close button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view that comes on top is begun at its first field
  useEffect(() => {
    const find = (selector: string) => dialog.current?.querySelector<HTMLElement>(selector);
    (find(CHOSEN_FIELD) ?? find(FIRST_FIELD))?.focus();
  }, [view?.id]);

  function close() {
    if (view) void callServer('close', { memberId: person.id, viewId: view.id });
  }

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      {view && <ModalForm key={view.id} person={person} view={view} close={close} />}
    </dialog>
  );
}

type FormProps = { readonly person: Person; readonly view: View; readonly close: () => void };

function ModalForm({ person, view, close }: FormProps) {
  const surface = useSurfaceState(person.id, { viewId: view.id });
  const [isSending, setSending] = useState(false);
  const { ref: form, ...keptFocus } = useKeptFocus<HTMLFormElement>(view.hash);
  const { title, submit, close: closeLabel, blocks } = view.content;

  useEffect(() => {
    if (Object.keys(view.errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"] input')?.focus();
  }, [view.errors, form]);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    await callServer('submit', { memberId: person.id, viewId: view.id, values: surface.values });
    setSending(false);
  }

  return (
    <form ref={form} {...keptFocus} noValidate onSubmit={send} aria-busy={isSending}>
      <header className="modal-header">
        <h2 id="modal-title">{wordsOf(title)}</h2>
        <button type="button" className="quiet" aria-label="Close" onClick={close}>
          ✕
        </button>
      </header>
      <div className="modal-blocks">
        {view.failure !== undefined && (
          <p className="notice" role="alert">
            {view.failure}
          </p>
        )}
        <SurfaceContext value={surface}>
          <Blocks blocks={fieldListOf(blocks)} errors={view.errors} />
        </SurfaceContext>
      </div>
      <footer className="modal-footer">
        <button type="button" className="button" onClick={close}>
          {wordsOf(closeLabel) || 'Cancel'}
        </button>
        {submit !== undefined && (
          <button type="submit" className="button button-primary">
            {wordsOf(submit)}
          </button>
        )}
      </footer>
    </form>
  );
}
