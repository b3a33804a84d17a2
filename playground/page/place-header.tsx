import { APP, teamOf } from '../slack/workspace.ts';
import { AppMenu } from './app-menu.tsx';
import { TimeTravel } from './time-travel.tsx';
import type { Address, Place } from './use-address.ts';

type Props = {
  readonly address: Address;
  readonly go: (next: Partial<Address>) => void;
  readonly hasHome: boolean;
  readonly isInstalled: boolean;
  /** How far the workspace's clock is ahead, in milliseconds. */
  readonly ahead: number;
  readonly isInspecting: boolean;
  readonly toggleInspector: () => void;
};

const TABS: readonly { readonly place: Place; readonly label: string }[] = [
  { place: 'home', label: 'Home' },
  { place: 'messages', label: 'Messages' },
];

/** Where one is, the tabs of the app, the time, and the way into the inspector. */
export function PlaceHeader({
  address,
  go,
  hasHome,
  isInstalled,
  ahead,
  isInspecting,
  toggleInspector,
}: Props) {
  const { place, person } = address;
  return (
    <header className="place-header">
      <h1>{place === 'channel' ? `# ${teamOf(person).channel.name}` : APP.name}</h1>
      {place !== 'channel' && hasHome && isInstalled && (
        <nav className="tabs" aria-label={APP.name}>
          {TABS.map((tab) => (
            <button
              key={tab.place}
              type="button"
              aria-current={tab.place === place ? 'page' : undefined}
              onClick={() => go({ place: tab.place })}
            >
              {tab.label}
            </button>
          ))}
        </nav>
      )}
      {place !== 'channel' && isInstalled && <AppMenu person={person} />}
      <TimeTravel person={person} ahead={ahead} />
      <button
        type="button"
        className="quiet inspector-toggle"
        aria-expanded={isInspecting}
        onClick={toggleInspector}
      >
        <svg className="inspector-icon" viewBox="0 0 24 24" focusable="false" aria-hidden="true">
          <path d="M8.5 6 3 12l5.5 6M15.5 6l5.5 6-5.5 6" />
        </svg>
        <span className="inspector-word">Inspector</span>
      </button>
    </header>
  );
}
