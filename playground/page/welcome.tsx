import { useContext } from 'react';
import { EXAMPLES } from './examples.ts';
import { TeamContext } from './team-context.ts';
import type { Place } from './use-address.ts';

type Props = {
  readonly isEmpty: boolean;
  readonly place: Place;
  /** Puts a line into the composer. */
  readonly choose: (line: string) => void;
};

/** The top of a conversation: what to do here. It shrinks once something is there. */
export function Welcome({ isEmpty, place, choose }: Props) {
  const team = useContext(TeamContext);
  const lead =
    place === 'channel'
      ? 'Log your time where you already talk. Only you see what Stint answers.'
      : 'What Stint sends you by itself arrives here, and /track works here too.';
  return (
    <section className={isEmpty ? 'welcome' : 'welcome welcome-small'} aria-label="How to begin">
      {isEmpty && (
        <p className="welcome-title">
          {place === 'channel' ? `Welcome to #${team.channel.name}` : 'Stint, just for you'}
        </p>
      )}
      {isEmpty && <p>{lead}</p>}
      <p className="welcome-try">{isEmpty ? 'Pick a line and press Enter:' : 'Try:'}</p>
      <ul>
        {EXAMPLES.map(({ line, does }) => (
          <li key={line}>
            <button type="button" className="example" onClick={() => choose(line)}>
              <code>{line}</code>
              {isEmpty && <span>{does}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
