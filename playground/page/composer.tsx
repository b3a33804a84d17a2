import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Shortcut } from '../slack/manifest.ts';
import type { Person } from '../slack/workspace.ts';
import { HINTS } from './examples.ts';
import { callServer } from './server-calls.ts';
import { Shortcuts } from './shortcuts.tsx';
import { useHistory } from './use-history.ts';

type Props = {
  readonly person: Person;
  readonly conversationId: string;
  readonly label: string;
  /** Without the app there is nothing to complete. */
  readonly isInstalled: boolean;
  readonly shortcuts: readonly Shortcut[];
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
};

/** Where one types. Enter sends, Up brings back what was sent, a list completes `/track`. */
export function Composer(props: Props) {
  const { person, conversationId, label, isInstalled, shortcuts, draft, setDraft } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const history = useHistory(person.id);
  const [active, setActive] = useState(-1);
  const [isDismissed, setDismissed] = useState(false);
  const matching =
    isInstalled && draft.startsWith('/')
      ? HINTS.filter(({ line }) => line.startsWith(draft) && line !== draft)
      : [];
  const hints = isDismissed || history.isBrowsing ? [] : matching;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field follows the place and what was put into it
  useEffect(() => field.current?.focus(), [draft !== '', conversationId, person.id]);

  function change(text: string) {
    setDraft(text);
    setActive(-1);
    setDismissed(false);
    history.leave();
  }

  function send() {
    if (draft.trim() === '') return;
    history.add(draft);
    change('');
    void callServer('send', { memberId: person.id, conversationId, text: draft });
  }

  function recall(step: 1 | -1): boolean {
    const line = history.move(step, draft);
    if (line === undefined) return false;
    setDraft(line);
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const chosen = hints[active];
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey;
    if (chosen && (isPlainEnter || event.key === 'Tab')) change(chosen.line);
    else if (isPlainEnter) send();
    else if (event.key === 'Escape' && hints.length > 0) setDismissed(true);
    else if (event.key === 'ArrowDown' && hints.length > 0) setActive(Math.min(active + 1, hints.length - 1));
    else if (event.key === 'ArrowUp' && active >= 0) setActive(active - 1);
    else if (event.key === 'ArrowUp' && (draft === '' || history.isBrowsing)) {
      if (!recall(1)) return;
    } else if (event.key === 'ArrowDown' && history.isBrowsing) {
      if (!recall(-1)) return;
    } else return;
    event.preventDefault();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hints.length > 0 && (
        <div id="hints" className="options hints" role="listbox" aria-label="Commands">
          {hints.map(({ line, does }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the composer, which names the active line
            // biome-ignore lint/a11y/useKeyWithClickEvents: the composer listens to the keys
            <div
              key={line}
              id={`hint-${index}`}
              role="option"
              aria-selected={index === active}
              ref={(drawn) => {
                if (index === active) drawn?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => change(line)}
            >
              <code>{line}</code>
              <small>{does}</small>
            </div>
          ))}
          <p className="options-note">↓ to choose, Enter to send what you typed</p>
        </div>
      )}
      <Shortcuts person={person} shortcuts={shortcuts} />
      <textarea
        ref={field}
        id="composer"
        rows={Math.min(draft.split('\n').length, 8)}
        value={draft}
        maxLength={12_000}
        aria-label={label}
        placeholder={isInstalled ? `${label}, or type /track 45m #writing` : label}
        role="combobox"
        aria-expanded={hints.length > 0}
        aria-controls="hints"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `hint-${active}` : undefined}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="button button-primary" disabled={draft.trim() === ''}>
        Send
      </button>
    </form>
  );
}
