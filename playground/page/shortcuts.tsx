import type { Shortcut } from '../slack/manifest.ts';
import type { Person } from '../slack/workspace.ts';
import { Menu } from './menu.tsx';
import { callServer } from './server-calls.ts';

type Props = { readonly person: Person; readonly shortcuts: readonly Shortcut[] };

/** The composer's menu of what the app does from anywhere. */
export function Shortcuts({ person, shortcuts }: Props) {
  const items = itemsFor(person, shortcuts, 'global');
  if (items.length === 0) return null;
  return <Menu id="shortcuts" label="Shortcuts" face={<Bolt />} className="quiet" items={items} />;
}

/** A message's menu of what the app does with it. */
export function MessageShortcuts({ messageTs, person, shortcuts }: Props & { readonly messageTs: string }) {
  const items = itemsFor(person, shortcuts, 'message', messageTs);
  if (items.length === 0) return null;
  return (
    <div className="message-actions">
      <Menu id={`actions-${messageTs}`} label="More actions" face="⋮" className="quiet" items={items} />
    </div>
  );
}

function Bolt() {
  return (
    <svg className="bolt" viewBox="0 0 24 24" focusable="false" aria-hidden="true">
      <path d="M13.5 2 5 13.5h6L10 22l9-12.5h-6.5z" />
    </svg>
  );
}

function itemsFor(
  person: Person,
  shortcuts: readonly Shortcut[],
  type: Shortcut['type'],
  messageTs?: string,
) {
  return shortcuts
    .filter((shortcut) => shortcut.type === type)
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      about: description,
      choose: () => void callServer('shortcut', { memberId: person.id, callbackId, messageTs }),
    }));
}
