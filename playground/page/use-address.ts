import { useState } from 'react';
import { GENERAL, PEOPLE, type Person } from '../slack/workspace.ts';

/** The parts of the app's own conversation. */
export type Place = 'channel' | 'messages' | 'home';

export type Address = { readonly person: Person; readonly place: Place };

const PLACES: readonly Place[] = ['channel', 'messages', 'home'];

/** Who is looking and where, kept in the page's address, so that a reload or a second window stays there. */
export function useAddress(): readonly [Address, (next: Partial<Address>) => void] {
  const [address, setAddress] = useState(readAddress);
  return [
    address,
    (next) => {
      const changed = { ...address, ...next };
      const query = new URLSearchParams({ member: changed.person.name, in: changed.place });
      history.replaceState(null, '', `?${query}`);
      setAddress(changed);
    },
  ];
}

/** The conversation's id at a place. */
export function conversationAt({ person, place }: Address): string {
  return place === 'channel' ? GENERAL.id : person.directMessageId;
}

/** Who is looking and where, as the page's address says; the first member in the channel where it says nothing. */
export function readAddress(): Address {
  const query = new URLSearchParams(location.search);
  const [first] = PEOPLE;
  const person = PEOPLE.find(({ name }) => name === query.get('member')) ?? first;
  if (!person) throw new Error('The playground has no people.');
  return { person, place: PLACES.find((place) => place === query.get('in')) ?? 'channel' };
}
