import type { Notice } from './snapshot.ts';

export type Notices = {
  readonly for: (memberId: string) => readonly Notice[];
  /** Without a member everybody sees it. */
  readonly announce: (text: string, memberId?: string) => void;
  readonly dismiss: (id: number) => void;
};

const KEPT = 5;

/** What Slack says outside of messages: a press that came to nothing, a payload that was refused. */
export function createNotices(changed: () => void): Notices {
  let notices: readonly Notice[] = [];
  let nextId = 1;
  return {
    for: (memberId) =>
      notices.filter((notice) => notice.memberId === undefined || notice.memberId === memberId),
    announce(text, memberId) {
      notices = [...notices, { id: nextId, text, memberId }].slice(-KEPT);
      nextId += 1;
      changed();
    },
    dismiss(id) {
      notices = notices.filter((notice) => notice.id !== id);
      changed();
    },
  };
}
