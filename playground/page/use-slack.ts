import { useEffect, useState } from 'react';
import type { LogEntry, Snapshot } from '../slack/snapshot.ts';

export type SlackState = {
  readonly snapshot: Snapshot | undefined;
  readonly log: readonly LogEntry[];
  readonly isConnected: boolean;
};

const EMPTY: SlackState = { snapshot: undefined, log: [], isConnected: true };
const KEPT = 200;

/** What the member sees, kept up to date by the server for as long as the component is there. */
export function useSlack(memberId: string): SlackState {
  const [state, setState] = useState(EMPTY);
  useEffect(() => {
    const source = new EventSource(`/state?member=${encodeURIComponent(memberId)}`);
    setState(EMPTY);
    source.addEventListener('open', () => setState((old) => ({ ...old, log: [], isConnected: true })));
    source.addEventListener('error', () => setState((old) => ({ ...old, isConnected: false })));
    source.addEventListener('state', ({ data }) => {
      const snapshot: Snapshot = JSON.parse(data);
      setState((old) => ({ ...old, snapshot }));
    });
    source.addEventListener('log', ({ data }) => {
      const added: readonly LogEntry[] = JSON.parse(data);
      setState((old) => ({ ...old, log: [...old.log, ...added].slice(-KEPT) }));
    });
    return () => source.close();
  }, [memberId]);
  return state;
}
