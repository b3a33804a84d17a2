import { type ReactNode, useEffect, useRef } from 'react';
import type { Shortcut } from '../slack/manifest.ts';
import type { Message } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { MessageItem } from './message-item.tsx';

type Props = {
  readonly person: Person;
  readonly messages: readonly Message[];
  readonly shortcuts: readonly Shortcut[];
  readonly welcome: ReactNode;
};

/** All messages of a conversation, the newest at the bottom and in view; new ones are read aloud. */
export function MessageList({ person, messages, shortcuts, welcome }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.ts;
  useEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [newest]);
  return (
    <div className="messages">
      {welcome}
      <div className="message-log" role="log" aria-label="Messages" aria-relevant="additions text">
        {messages.map((message) => (
          <MessageItem key={message.ts} person={person} message={message} shortcuts={shortcuts} />
        ))}
      </div>
      <div ref={end} />
    </div>
  );
}
