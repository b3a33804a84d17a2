import { useState } from 'react';
import type { Journey } from '../slack/clock.ts';
import type { Person } from '../slack/workspace.ts';
import { Menu } from './menu.tsx';
import { callServer } from './server-calls.ts';
import { useClock } from './use-clock.ts';

type Props = { readonly person: Person; readonly ahead: number };

const JOURNEYS: readonly { readonly key: Journey; readonly label: string; readonly about: string }[] = [
  { key: 'hour', label: 'One hour ahead', about: 'With all that is due until then' },
  { key: 'morning', label: 'Next morning, 9:00', about: 'Asks about a running timer' },
  { key: 'monday', label: 'Next Monday, 9:00', about: 'Brings the weekly digest' },
  { key: 'month', label: '31 days ahead', about: 'Erases a workspace that uninstalled' },
];

/** The time in this workspace, on the clock of whoever is played, and the ways ahead. */
export function TimeTravel({ person, ahead }: Props) {
  const [isOnTheWay, setOnTheWay] = useState(false);
  const [day, time] = dayAndTime(useClock(ahead), person.zone);
  const shown = `${day}, ${time}`;

  async function travel(to: Journey) {
    setOnTheWay(true);
    await callServer('travel', { memberId: person.id, to });
    setOnTheWay(false);
  }

  return (
    <div className="time-travel" aria-busy={isOnTheWay}>
      <Menu
        id="time-travel"
        label={isOnTheWay ? 'On the way' : `${shown}: travel in time`}
        face={
          <>
            <Hands />
            <span className="time-shown">
              <span className="time-day">{day}, </span>
              {time}
            </span>
          </>
        }
        className="quiet"
        items={JOURNEYS.map((journey) => ({ ...journey, choose: () => void travel(journey.key) }))}
      />
    </div>
  );
}

function Hands() {
  return (
    <svg className="hands" viewBox="0 0 24 24" focusable="false" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.5l3.5 2" />
    </svg>
  );
}

/** As the app writes days and times: `Wed 16 Sep` and `18:05`. */
function dayAndTime(now: number, timeZone: string): readonly [day: string, time: string] {
  const format = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const [weekday, day, month] = [parts.get('weekday'), parts.get('day'), parts.get('month')];
  return [`${weekday} ${day} ${month}`, `${parts.get('hour')}:${parts.get('minute')}`];
}

const FIELDS = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
