import { useEffect, useState } from 'react';
import { APP, type Person, teamOf } from '../slack/workspace.ts';
import { callServer } from './server-calls.ts';

type Props = {
  readonly person: Person;
  /** Whatever changes when the app may keep more or less than before. */
  readonly since: string;
};

/** One exchange seldom comes alone. */
const WAIT_MS = 300;

/** As many rows as the app keeps of the workspace; nothing for an app that does not tell. */
export function KeptRows({ person, since }: Props) {
  const [rows, setRows] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew whenever something else may be kept
  useEffect(() => {
    const timer = setTimeout(async () => {
      setRows((await callServer('kept', { memberId: person.id }))['rows']);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [person.id, since]);
  if (typeof rows !== 'number') return null;
  const amount = rows === 0 ? 'nothing' : rows === 1 ? 'one row' : `${rows} rows`;
  return (
    <p className="inspector-kept">
      {APP.name} keeps {amount} of {teamOf(person).name}.
    </p>
  );
}
