import { useEffect, useState } from 'react';
import { type Person, TEAM, TEAMS, teamOf } from '../slack/workspace.ts';

/** The parts of the app's own conversation. */
export type Place = 'channel' | 'messages' | 'home';

export type Address = { readonly person: Person; readonly place: Place };

const PLACES: readonly Place[] = ['channel', 'messages', 'home'];

/** Who is looking and where, kept in the page's address, so that a reload or a second window stays there. Slack's other pages learn it by a cookie. */
export function useAddress(): readonly [Address, (next: Partial<Address>) => void] {
  const [address, setAddress] = useState(readAddress);
  const { id } = address.person;
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `member=${id}; path=/; samesite=lax`;
  }, [id]);
  return [
    address,
    (next) => {
      const changed = { ...address, ...next };
      const { domain, id: teamId } = teamOf(changed.person);
      const query = new URLSearchParams({
        ...(teamId === TEAM.id ? {} : { workspace: domain }),
        member: changed.person.name,
        in: changed.place,
      });
      history.replaceState(null, '', `?${query}`);
      setAddress(changed);
    },
  ];
}

/** The conversation's id at a place. */
export function conversationAt({ person, place }: Address): string {
  return place === 'channel' ? teamOf(person).channel.id : person.directMessageId;
}

/** Who is looking and where, as the page's address says; the first member of the first workspace in the channel where it says nothing. */
export function readAddress(): Address {
  const query = new URLSearchParams(location.search);
  const { people } = TEAMS.find(({ domain }) => domain === query.get('workspace')) ?? TEAM;
  const person = people.find(({ name }) => name === query.get('member')) ?? people[0];
  if (!person) throw new Error('The playground has no people.');
  return { person, place: PLACES.find((place) => place === query.get('in')) ?? 'channel' };
}
