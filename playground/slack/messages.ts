import type { Fields } from '../block-kit/problem.ts';
import { withBlockIds } from './block-ids.ts';
import type { Message } from './snapshot.ts';

export type Draft = Omit<Message, 'ts'> & { readonly ts?: string };
export type Content = { readonly text: string; readonly blocks?: readonly Fields[] | undefined };

/** All messages of the workspace, in the order in which they came. */
export type Messages = {
  readonly all: () => readonly Message[];
  readonly visibleTo: (memberId: string, conversationIds: readonly string[]) => readonly Message[];
  readonly find: (ts: string) => Message | undefined;
  readonly add: (draft: Draft) => Message;
  /** Overwrites text and blocks and nothing else; false when there is no such message. */
  readonly replace: (ts: string, content: Content) => boolean;
  readonly remove: (ts: string) => boolean;
};

/** More would only slow the page down; the oldest are dropped. */
const KEPT = 500;

export function createMessages(
  initial: readonly Message[],
  now: () => number,
  changed: () => void,
): Messages {
  let messages = [...initial];
  let minted = 0;

  /** The clock is ours and may be ahead, so every message gets its time here. */
  function mintTs(): string {
    minted += 1;
    return `${Math.floor(now() / 1000)}.${500_000 + (minted % 500_000)}`;
  }

  function find(ts: string): Message | undefined {
    return messages.find((message) => message.ts === ts);
  }

  return {
    all: () => messages,
    visibleTo: (memberId, conversationIds) =>
      messages.filter(
        ({ onlyFor, conversationId }) =>
          conversationIds.includes(conversationId) && (onlyFor === undefined || onlyFor === memberId),
      ),
    find,
    add(draft) {
      const message = {
        ...draft,
        ts: draft.ts ?? mintTs(),
        blocks: draft.blocks && withBlockIds(draft.blocks),
      };
      messages = [...messages, message].slice(-KEPT);
      changed();
      return message;
    },
    replace(ts, { text, blocks }) {
      if (!find(ts)) return false;
      messages = messages.map((message) =>
        message.ts === ts ? { ...message, text, blocks: blocks && withBlockIds(blocks) } : message,
      );
      changed();
      return true;
    },
    remove(ts) {
      if (!find(ts)) return false;
      messages = messages.filter((message) => message.ts !== ts);
      changed();
      return true;
    },
  };
}
