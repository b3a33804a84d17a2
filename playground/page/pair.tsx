import { PEOPLE, type Person, TEAMS, teamOf } from '../slack/workspace.ts';

const IN_PAIR = 'pair';
const OF_TEAMS = 'workspaces';

/** The address at which two members of the first workspace are seen side by side. */
export const PAIR_ADDRESS = `/?${IN_PAIR}`;

/** The same for two workspaces. */
export const TEAMS_ADDRESS = `/?${IN_PAIR}=${OF_TEAMS}`;

/** Whether the address asks for two at once. */
export function isPairAsked(): boolean {
  return askedPair() !== null;
}

/** Whether this page is one of the two. */
export function isInPair(): boolean {
  return window.parent !== window;
}

/** The first two members, each at their own machine, or one of each workspace: more would be too narrow. */
export function Pair() {
  const first = TEAMS.flatMap(({ people }) => people.slice(0, 1));
  const shown = askedPair() === OF_TEAMS ? first : PEOPLE;
  return (
    <div className="pair">
      {shown.slice(0, 2).map((person) => (
        <iframe key={person.id} title={titleOf(person)} src={addressOf(person)} />
      ))}
    </div>
  );
}

function askedPair(): string | null {
  return new URLSearchParams(location.search).get(IN_PAIR);
}

function titleOf(person: Person): string {
  return askedPair() === OF_TEAMS ? `${person.realName}, ${teamOf(person).name}` : person.realName;
}

function addressOf(person: Person): string {
  return `/?${new URLSearchParams({ workspace: teamOf(person).domain, member: person.name })}`;
}
