import { useContext } from 'react';
import { KEPT_AFTER_REMOVAL_MS } from '../../src/installation.ts';
import { APP } from '../slack/workspace.ts';
import { AddApp } from './add-app.tsx';
import { ZoneContext } from './mrkdwn/mrkdwn.tsx';
import { TeamContext } from './team-context.ts';
import { useClock } from './use-clock.ts';

type Props = {
  /** When the app was removed, in milliseconds since 1970; `undefined` where it never was here. */
  readonly removedAt: number | undefined;
  /** How far the workspace's clock is ahead, in milliseconds. */
  readonly ahead: number;
};

/** The top of a conversation without the app: how to get it, or what is kept of it and how to get it back. */
export function WelcomeWithout({ removedAt = Number.NEGATIVE_INFINITY, ahead }: Props) {
  const team = useContext(TeamContext);
  const zone = useContext(ZoneContext);
  const keptUntil = removedAt + KEPT_AFTER_REMOVAL_MS;
  const isKept = useClock(ahead) < keptUntil;
  return (
    <section className="welcome" aria-label="How to begin">
      <p className="welcome-title">
        {APP.name} is not in {team.name}
        {isKept && ' any more'}
      </p>
      <p>
        {isKept
          ? `What it kept stays for thirty days, until ${dayOf(keptUntil, zone)}, and is erased then. Add it again before that, and everything is back.`
          : 'Once it is added, everybody here can log time, and no other workspace sees any of it.'}
      </p>
      <p className="welcome-add">
        <AddApp team={team} className="button button-primary">
          {isKept ? 'Add it again' : `Add ${APP.name} to this workspace`}
        </AddApp>
      </p>
    </section>
  );
}

/** `28 December` */
function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }).format(at);
}
