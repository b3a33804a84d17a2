import { actions, button, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { typedText } from '../slack/typed-text.ts';
import { ACTION } from '../wire/action-ids.ts';

/** As much of a line as is carried along while its writer is asked for a zone. */
export const LINE_CARRIED = 500;

/** Asks for the member's time zone; the line that was typed is kept in the button and in the text. */
export function zoneNeeded(typed: string): Reply {
  const said =
    ':earth_africa: Slack did not tell me your time zone, and without it I can’t know which day your work belongs to. Nothing was logged yet.';
  const line = typedText(typed).trim();
  const held = line === '' ? [] : [`You typed: /track ${escapeText(line)}`];
  return reply([said, ...held].join('\n'), [
    section([said, ...held].join('\n')),
    actions('zone', [
      button({
        action: ACTION.setZone,
        text: 'Set my time zone',
        value: shorten(line, LINE_CARRIED) || '-',
        style: 'primary',
      }),
    ]),
  ]);
}
