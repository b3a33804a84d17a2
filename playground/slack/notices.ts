import type { Audience, Notice } from './snapshot.ts';
import type { Person } from './workspace.ts';

export type Notices = {
  readonly for: (person: Person) => readonly Notice[];
  readonly announce: (text: string, to: Audience) => void;
  readonly dismiss: (id: number) => void;
};

const KEPT = 5;

/** What Slack says outside of messages: a press that came to nothing, a payload that was refused. */
export function createNotices(changed: () => void): Notices {
  let notices: readonly Notice[] = [];
  let nextId = 1;
  return {
    for: (person) =>
      notices.filter(({ to }) =>
        'memberId' in to ? to.memberId === person.id : to.teamId === person.teamId,
      ),
    announce(text, to) {
      notices = [...notices, { id: nextId, text, to }].slice(-KEPT);
      nextId += 1;
      changed();
    },
    dismiss(id) {
      notices = notices.filter((notice) => notice.id !== id);
      changed();
    },
  };
}
