import type { Zone } from '../../time.ts';
import { WEEK } from '../../time.ts';
import { USUAL_TEAM_DIGEST, type Workspace } from '../../workspace.ts';
import { QUARTER_HINT } from '../messages/quarter-words.ts';
import { weekdayName, zoneWords } from '../messages/words.ts';
import { context, type View } from '../slack/blocks.ts';
import {
  channelField,
  FORM,
  modal,
  noticeBlocks,
  OPTIONS,
  type Option,
  radioField,
  searchField,
  selectField,
  timeField,
} from './form.ts';
import { NAMED, UNNAMED } from './settings-form.ts';

/** The ids of the form's fields. */
export const TEAM_DIGEST = {
  channel: 'channel',
  day: 'day',
  time: 'time',
  zone: 'zone',
  names: 'names',
} as const;

/** The value of the option that is no weekday. */
export const NEVER = 'off';

/** What stands in the fields, as their values; the channel is absent until one is chosen. */
export type TeamDigestFields = {
  readonly channel?: string;
  readonly day: string;
  readonly time: string;
  readonly zone: Zone;
  readonly names: string;
};

export type TeamDigestForm = {
  readonly fields: TeamDigestFields;
  readonly state: string;
  /** A sentence of mrkdwn above the fields. */
  readonly notice?: string;
};

const DAYS: readonly Option[] = [
  ...WEEK.map((weekday) => ({ text: `${weekdayName(weekday)}s`, value: String(weekday) })),
  { text: 'Off', value: NEVER },
];

/** Asks where and when the team digest comes, and whether it may name members. */
export function teamDigestForm({ fields, state, notice }: TeamDigestForm): View {
  const { channel, day, time, zone, names } = fields;
  return modal({
    callback: FORM.teamDigest,
    title: 'Team digest',
    submit: 'Save',
    state,
    blocks: [
      ...noticeBlocks(notice),
      channelField({
        id: TEAM_DIGEST.channel,
        label: 'Channel',
        hint: 'I have to be in it: type /invite @Stint there first.',
        placeholder: 'Choose a channel',
        optional: true,
        ...(channel === undefined ? {} : { value: channel }),
      }),
      selectField({ id: TEAM_DIGEST.day, label: 'Comes on', value: day, options: DAYS }),
      timeField({ id: TEAM_DIGEST.time, label: 'At', hint: QUARTER_HINT, value: time }),
      searchField({
        id: TEAM_DIGEST.zone,
        label: 'Time zone',
        placeholder: 'Search for a city, such as Madrid',
        options: OPTIONS.zone,
        value: { text: zoneWords(zone), value: zone },
      }),
      radioField({
        id: TEAM_DIGEST.names,
        label: 'Members',
        value: names,
        options: [
          { text: 'Name nobody', value: UNNAMED },
          { text: 'Name those who allow it', value: NAMED },
        ],
      }),
      context(
        'Each member decides for themselves whether they may be named; all others are summed, never one alone.',
      ),
    ],
  });
}

/** What is set, as the values of the form's fields; what is not, as it usually is. */
export function teamDigestFieldsOf(
  { digest, namesMembers }: Workspace,
  zone: Zone,
  channel?: string,
): TeamDigestFields {
  const wanted = channel ?? digest?.channel;
  return {
    ...(wanted === undefined ? {} : { channel: wanted }),
    day: String(digest?.weekday ?? USUAL_TEAM_DIGEST.weekday),
    time: digest?.time ?? USUAL_TEAM_DIGEST.time,
    zone: digest?.zone ?? zone,
    names: namesMembers ? NAMED : UNNAMED,
  };
}
