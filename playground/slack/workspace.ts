/** Someone who can be played. Ids are fixed, so that what a member logged is still theirs after a restart. */
export type Person = {
  readonly id: string;
  /** Their @name. */
  readonly name: string;
  readonly realName: string;
  readonly zone: string;
  readonly zoneLabel: string;
  readonly isAdmin: boolean;
  /** Id of their direct message with the bot. */
  readonly directMessageId: string;
};

export const TEAM = { id: 'T000000001', name: 'Stint HQ', domain: 'stint-hq' } as const;

export const APP = {
  id: 'A0STINT001',
  name: 'Stint',
  command: '/track',
  botId: 'B0STINT001',
  botUserId: 'U0STINT001',
  scopes: ['commands', 'chat:write', 'users:read'],
} as const;

export const GENERAL = { id: 'C000000001', name: 'general' } as const;

export const PEOPLE: readonly Person[] = [
  {
    id: 'U0ANA00001',
    name: 'ana',
    realName: 'Ana Ruiz',
    zone: 'Europe/Madrid',
    zoneLabel: 'Central European Time',
    isAdmin: true,
    directMessageId: 'D0ANA00001',
  },
  {
    id: 'U0BEN00001',
    name: 'ben',
    realName: 'Ben Carter',
    zone: 'America/New_York',
    zoneLabel: 'Eastern Time',
    isAdmin: false,
    directMessageId: 'D0BEN00001',
  },
  {
    id: 'U0CLEO0001',
    name: 'cleo',
    realName: 'Cleo Okafor',
    zone: 'Asia/Tokyo',
    zoneLabel: 'Japan Standard Time',
    isAdmin: false,
    directMessageId: 'D0CLEO0001',
  },
];

export function personById(id: string): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}

/** The conversations a person sees: the channel and their own direct message. */
export function conversationsOf(person: Person): readonly { readonly id: string; readonly name: string }[] {
  return [GENERAL, { id: person.directMessageId, name: 'directmessage' }];
}

/** The name of a conversation as payloads carry it. */
export function conversationName(id: string): string {
  return id === GENERAL.id ? GENERAL.name : 'directmessage';
}
