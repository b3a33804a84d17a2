import { APP_AUTHOR } from '../slack/snapshot.ts';
import { APP, teamOf } from '../slack/workspace.ts';
import { AddApp } from './add-app.tsx';
import { Avatar } from './avatar.tsx';
import { isInPair } from './pair.tsx';
import { PairLinks } from './pair-links.tsx';
import type { Address } from './use-address.ts';

type Props = {
  readonly address: Address;
  readonly go: (next: Partial<Address>) => void;
  /** Whether the app is in this workspace; `undefined` as long as it is not known. */
  readonly isInstalled: boolean | undefined;
  readonly hasOthers: boolean;
};

/** The workspace, who one is, and where one can go. */
export function Sidebar({ address: { person, place }, go, isInstalled, hasOthers }: Props) {
  const team = teamOf(person);
  const current = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {});
  return (
    <nav className="sidebar" aria-label="Workspace">
      <p className="team">{team.name}</p>
      <fieldset className="people">
        <legend>You are</legend>
        {team.people.map((each) => (
          <label key={each.id} className="person">
            <input
              type="radio"
              name="person"
              checked={each.id === person.id}
              onChange={() => go({ person: each })}
            />
            <Avatar author={each.id} small />
            <span className="person-name">
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
        {team.channel.name}
      </button>
      <h2>Apps</h2>
      {isInstalled === false ? (
        <AddApp team={team} className="place-link add-app">
          <span className="hash" aria-hidden="true">
            +
          </span>
          Add {APP.name}
        </AddApp>
      ) : (
        <button
          type="button"
          className="place-link"
          {...current(place !== 'channel')}
          onClick={() => go({ place: 'messages' })}
        >
          <Avatar author={APP_AUTHOR} small />
          {APP.name}
        </button>
      )}
      <PairLinks isInPair={isInPair()} hasOthers={hasOthers} />
      <p className="sidebar-note">A look-alike on your own machine. Nothing you type leaves it.</p>
    </nav>
  );
}
