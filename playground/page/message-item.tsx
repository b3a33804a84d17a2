import { useEffect, useRef } from 'react';
import { APP_AUTHOR, type Message } from '../slack/snapshot.ts';
import { APP, type Person, personById } from '../slack/workspace.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { SurfaceContext } from './surface.ts';
import { useSurfaceState } from './use-surface-state.ts';

/** One message with its author, its time on the reader's clock and its blocks. */
export function MessageItem({ person, message }: { readonly person: Person; readonly message: Message }) {
  const surface = useSurfaceState(person.id, { messageTs: message.ts });
  const article = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the content is another
  useEffect(() => {
    // A press may take its own button away; the focus must not fall back to the top of the page.
    if (wasPressed.current && document.activeElement === document.body) article.current?.focus();
    wasPressed.current = false;
  }, [message.text, message.blocks]);
  const isApp = message.author === APP_AUTHOR;
  const name = isApp ? APP.name : (personById(message.author)?.realName ?? 'Slackbot');
  const sentAt = new Date(Number(message.ts) * 1000);
  const blocks = message.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: message.text } }];
  const classes = ['message', message.onlyFor && 'message-private', message.threadTs && 'message-reply'];
  return (
    <article
      className={classes.filter(Boolean).join(' ')}
      aria-label={`${name} at ${timeOn(sentAt, person.zone)}`}
    >
      <Avatar author={message.author} />
      <div className="message-body">
        {message.onlyFor !== undefined && <p className="only-you">Only visible to you</p>}
        <p className="message-head">
          <strong>{name}</strong>
          {isApp && <span className="badge">App</span>}
          <time dateTime={sentAt.toISOString()}>{timeOn(sentAt, person.zone)}</time>
          {message.threadTs !== undefined && <span className="thread-mark">in a thread</span>}
        </p>
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
      </div>
    </article>
  );
}

function timeOn(sentAt: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(
    sentAt,
  );
}
