import { type Person, TEAMS, type Team, teamOf } from '../slack/workspace.ts';
import type { Address } from './use-address.ts';

type Props = {
  readonly person: Person;
  /** Ids of the workspaces that there are. */
  readonly teams: readonly string[];
  readonly go: (next: Partial<Address>) => void;
};

/** The workspaces as tiles at the edge, as in Slack; nothing where there is but one. */
export function Rail({ person, teams, go }: Props) {
  const shown = TEAMS.filter(({ id }) => teams.includes(id));
  if (shown.length < 2) return null;
  const here = teamOf(person);
  return (
    <nav className="rail" aria-label="Workspaces">
      {shown.map((team) => (
        <button
          key={team.id}
          type="button"
          className="tile"
          aria-label={team.name}
          title={team.name}
          aria-current={team.id === here.id ? 'true' : undefined}
          onClick={() => team.id !== here.id && go({ person: memberOf(team, person), place: 'channel' })}
        >
          <span aria-hidden="true">{initialsOf(team)}</span>
        </button>
      ))}
    </nav>
  );
}

/** The same person there, if they are a member; else whoever comes first. */
function memberOf({ people }: Team, person: Person): Person {
  return people.find(({ name }) => name === person.name) ?? people[0] ?? person;
}

function initialsOf({ name }: Team): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
}
