import type { Shortcut } from '../slack/manifest.ts';
import { APP_AUTHOR, type Message } from '../slack/snapshot.ts';
import { APP, type Person, personById } from '../slack/workspace.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { SharedFiles } from './shared-files.tsx';
import { MessageShortcuts } from './shortcuts.tsx';
import { SurfaceContext } from './surface.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSurfaceState } from './use-surface-state.ts';

type Props = {
  readonly person: Person;
  readonly message: Message;
  readonly shortcuts: readonly Shortcut[];
};

/** One message with its author, its time on the reader's clock and its blocks. */
export function MessageItem({ person, message, shortcuts }: Props) {
  const surface = useSurfaceState(person.id, { messageTs: message.ts });
  const keptFocus = useKeptFocus<HTMLElement>(message);
  const isApp = message.author === APP_AUTHOR;
  const name = isApp ? APP.name : (personById(message.author)?.realName ?? 'Slackbot');
  const sentAt = new Date(Number(message.ts) * 1000);
  const blocks = message.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: message.text } }];
  // Slack shows a file that says nothing else by itself.
  const isEmpty = message.text === '' && message.blocks === undefined;
  const classes = ['message', message.onlyFor && 'message-private', message.threadTs && 'message-reply'];
  return (
    <article
      {...keptFocus}
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
        <SurfaceContext value={surface}>{isEmpty || <Blocks blocks={blocks} />}</SurfaceContext>
        <SharedFiles files={message.files ?? []} />
      </div>
      {message.onlyFor === undefined && (
        <MessageShortcuts messageTs={message.ts} person={person} shortcuts={shortcuts} />
      )}
    </article>
  );
}

function timeOn(sentAt: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(
    sentAt,
  );
}
