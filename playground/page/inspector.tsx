import type { FaultKind } from '../slack/faults.ts';
import type { LogEntry } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { KeptRows } from './kept-rows.tsx';
import { callServer } from './server-calls.ts';

const FAULTS: Readonly<Record<FaultKind, string>> = {
  none: 'works',
  rate_limited: 'answers 429, too many requests',
  server_error: 'answers 500, broken',
  time_out: 'does not answer at all',
  lost_answer: 'does it, and its answer is lost',
  is_archived: 'says that the channel is archived',
  account_inactive: 'says that the member has left',
  token_revoked: 'says that the app is gone',
};

type Props = {
  readonly person: Person;
  readonly log: readonly LogEntry[];
  readonly fault: FaultKind;
  /** How far the clock is ahead, in milliseconds. */
  readonly ahead: number;
  readonly close: () => void;
};

/** What went between Slack and the app, the newest first, and a way to make Slack fail. */
export function Inspector({ person, log, fault, ahead, close }: Props) {
  return (
    <aside className="inspector" aria-label="Inspector">
      <header className="inspector-header">
        <h2>Inspector</h2>
        <button type="button" className="quiet" aria-label="Close the inspector" onClick={close}>
          ✕
        </button>
      </header>
      <label className="fault">
        Slack’s Web API
        <select
          className="control"
          value={fault}
          onChange={({ target }) => void callServer('fault', { memberId: person.id, kind: target.value })}
        >
          {Object.entries(FAULTS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <KeptRows person={person} since={`${log.at(-1)?.id} ${ahead}`} />
      {log.length === 0 && <p className="inspector-empty">Every request, answer and call appears here.</p>}
      <ol className="exchanges" aria-label="Exchanges, newest first">
        {log.toReversed().map((entry) => (
          <li key={entry.id}>
            <Exchange entry={entry} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

function Exchange({ entry }: { readonly entry: LogEntry }) {
  const { direction, name, outcome, failed, milliseconds, problems, sent, answer } = entry;
  return (
    <details className={failed ? 'exchange exchange-failed' : 'exchange'}>
      <summary>
        <span className="exchange-name">
          <span role="img" aria-label={direction}>
            {direction === 'to the app' ? '→' : '←'}
          </span>{' '}
          {name}
        </span>
        <span className="exchange-facts">
          {failed ? '✕ ' : '✓ '}
          {outcome}, {milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms
        </span>
      </summary>
      {problems.length > 0 && (
        <ul className="problems">
          {problems.map(({ pointer, problem }) => (
            <li key={pointer + problem}>
              <code>{pointer || '/'}</code> {problem}
            </li>
          ))}
        </ul>
      )}
      <Payload title="Sent" content={sent} />
      <Payload title="Answer" content={answer} />
    </details>
  );
}

function Payload({ title, content }: { readonly title: string; readonly content: unknown }) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return (
    <section>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable with the keyboard */}
      <pre tabIndex={0}>{text === undefined || text === '' ? '(empty)' : text}</pre>
    </section>
  );
}
