import { APP_AUTHOR } from '../slack/snapshot.ts';
import { APP, GENERAL, PEOPLE, TEAM } from '../slack/workspace.ts';
import { Avatar } from './avatar.tsx';
import { isInPair, PAIR_ADDRESS } from './pair.tsx';
import type { Address } from './use-address.ts';

type Props = { readonly address: Address; readonly go: (next: Partial<Address>) => void };

/** The workspace, who one is, and where one can go. */
export function Sidebar({ address: { person, place }, go }: Props) {
  const current = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {});
  return (
    <nav className="sidebar" aria-label="Workspace">
      <p className="team">{TEAM.name}</p>
      <fieldset className="people">
        <legend>You are</legend>
        {PEOPLE.map((each) => (
          <label key={each.id} className="person">
            <input
              type="radio"
              name="person"
              checked={each.id === person.id}
              onChange={() => go({ person: each })}
            />
            <Avatar author={each.id} small />
            <span>
              {each.realName}
              <small>{[each.zone.replace('_', ' '), ...(each.isAdmin ? ['admin'] : [])].join(' · ')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <h2>Channels</h2>
      <button
        type="button"
        className="place-link"
        {...current(place === 'channel')}
        onClick={() => go({ place: 'channel' })}
      >
        <span className="hash" aria-hidden="true">
          #
        </span>
        {GENERAL.name}
      </button>
      <h2>Apps</h2>
      <button
        type="button"
        className="place-link"
        {...current(place !== 'channel')}
        onClick={() => go({ place: 'messages' })}
      >
        <Avatar author={APP_AUTHOR} small />
        {APP.name}
      </button>
      <a className="place-link pair-link" target="_top" href={isInPair() ? '/' : PAIR_ADDRESS}>
        <span className="hash" aria-hidden="true">
          ◫
        </span>
        {isInPair() ? 'One at a time' : 'Two side by side'}
      </a>
      <p className="sidebar-note">A look-alike on your own machine. Nothing you type leaves it.</p>
    </nav>
  );
}
