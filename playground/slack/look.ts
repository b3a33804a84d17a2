import type { Faults } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Manifest } from './manifest.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { Snapshot } from './snapshot.ts';
import type { Views } from './views.ts';
import { conversationsOf, type Person } from './workspace.ts';

export type LookParts = {
  readonly messages: Messages;
  readonly views: Views;
  readonly notices: Notices;
  readonly faults: Faults;
  readonly grants: Grants;
  readonly manifest: Manifest;
};

/** What one member sees of their workspace. */
export type Look = (person: Person) => Omit<Snapshot, 'teams' | 'ahead'>;

export function createLook({ messages, views, notices, faults, grants, manifest }: LookParts): Look {
  return (person) => {
    const isInstalled = grants.isInstalled(person.teamId);
    const conversationIds = conversationsOf(person).map(({ id }) => id);
    return {
      isInstalled,
      removedAt: grants.removedAt(person.teamId),
      messages: messages.visibleTo(person.id, conversationIds),
      modals: views.stackOf(person.id),
      home: views.homeOf(person.id),
      notices: notices.for(person),
      fault: faults.current(),
      hasHome: manifest.hasHome,
      isWritable: manifest.isWritable,
      shortcuts: manifest.shortcuts === 'all' || !isInstalled ? [] : manifest.shortcuts,
    };
  };
}
