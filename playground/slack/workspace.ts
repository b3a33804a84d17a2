/** Someone who can be played. Ids are fixed, so that what a member logged is still theirs after a restart. */
export type Person = {
  readonly id: string;
  /** The workspace they are a member of; somebody who is in two has an id in each. */
  readonly teamId: string;
  /** Their @name. */
  readonly name: string;
  readonly realName: string;
  readonly zone: string;
  readonly zoneLabel: string;
  readonly isAdmin: boolean;
  /** Id of their direct message with the bot. */
  readonly directMessageId: string;
};

/** A workspace with its one channel and its members, who see nothing of any other. */
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly channel: { readonly id: string; readonly name: string };
  readonly people: readonly Person[];
};

export const APP = {
  id: 'A0STINT001',
  name: 'Stint',
  command: '/track',
  botId: 'B0STINT001',
  botUserId: 'U0STINT001',
  scopes: ['commands', 'chat:write', 'users:read'],
} as const;

const MADRID = { zone: 'Europe/Madrid', zoneLabel: 'Central European Time' };

/** The workspace that has the app from the beginning. */
export const TEAM: Team = {
  id: 'T000000001',
  name: 'Stint HQ',
  domain: 'stint-hq',
  channel: { id: 'C000000001', name: 'general' },
  people: [
    {
      id: 'U0ANA00001',
      teamId: 'T000000001',
      name: 'ana',
      realName: 'Ana Ruiz',
      ...MADRID,
      isAdmin: true,
      directMessageId: 'D0ANA00001',
    },
    {
      id: 'U0BEN00001',
      teamId: 'T000000001',
      name: 'ben',
      realName: 'Ben Carter',
      zone: 'America/New_York',
      zoneLabel: 'Eastern Time',
      isAdmin: false,
      directMessageId: 'D0BEN00001',
    },
    {
      id: 'U0CLEO0001',
      teamId: 'T000000001',
      name: 'cleo',
      realName: 'Cleo Okafor',
      zone: 'Asia/Tokyo',
      zoneLabel: 'Japan Standard Time',
      isAdmin: false,
      directMessageId: 'D0CLEO0001',
    },
  ],
};

/** A workspace that may install the app. Ana works there too. */
export const OTHER_TEAM: Team = {
  id: 'T000000002',
  name: 'Harbour Books',
  domain: 'harbour-books',
  channel: { id: 'C000000021', name: 'general' },
  people: [
    {
      id: 'U0DORA0002',
      teamId: 'T000000002',
      name: 'dora',
      realName: 'Dora Lind',
      zone: 'Europe/Oslo',
      zoneLabel: 'Central European Time',
      isAdmin: true,
      directMessageId: 'D0DORA0002',
    },
    {
      id: 'U0ANA00002',
      teamId: 'T000000002',
      name: 'ana',
      realName: 'Ana Ruiz',
      ...MADRID,
      isAdmin: false,
      directMessageId: 'D0ANA00002',
    },
  ],
};

export const TEAMS: readonly Team[] = [TEAM, OTHER_TEAM];

/** The channel and the members of the first workspace, where all but the installation of a second one happens. */
export const { channel: GENERAL, people: PEOPLE } = TEAM;

export function teamById(id: string): Team | undefined {
  return TEAMS.find((team) => team.id === id);
}

export function teamOf({ teamId }: Person): Team {
  return teamById(teamId) ?? TEAM;
}

export function personById(id: string): Person | undefined {
  return TEAMS.flatMap(({ people }) => people).find((person) => person.id === id);
}

/** The conversations a person sees: the channel and their own direct message. */
export function conversationsOf(person: Person): readonly { readonly id: string; readonly name: string }[] {
  return [teamOf(person).channel, { id: person.directMessageId, name: 'directmessage' }];
}

/** The name of a conversation as payloads carry it. */
export function conversationName(id: string): string {
  return TEAMS.find(({ channel }) => channel.id === id)?.channel.name ?? 'directmessage';
}
