import type { Notice } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { callServer } from './server-calls.ts';

type Props = {
  readonly person: Person;
  readonly notices: readonly Notice[];
  readonly isConnected: boolean;
};

/** What went wrong, said at once and kept until it is put away. */
export function Notices({ person, notices, isConnected }: Props) {
  return (
    <div className="notices" role="alert">
      {!isConnected && <p className="notice">The playground has stopped. Start it again with npm start.</p>}
      {notices.map(({ id, text }) => (
        <p key={id} className="notice">
          <span>{text}</span>
          <button
            type="button"
            className="quiet"
            aria-label={`Put away: ${text}`}
            onClick={() => void callServer('dismiss', { memberId: person.id, noticeId: id })}
          >
            Dismiss
          </button>
        </p>
      ))}
    </div>
  );
}
