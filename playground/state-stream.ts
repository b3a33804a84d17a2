import type { ServerResponse } from 'node:http';
import type { SlackStandIn } from './slack/slack.ts';
import type { LogEntry } from './slack/snapshot.ts';
import type { Person } from './slack/workspace.ts';

const HEARTBEAT_MS = 20_000;

/** Sends what one member sees, now and after every change, and each exchange with the app, until the page goes away. */
export function streamState(slack: SlackStandIn, person: Person, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let isQueued = false;

  function changed(): void {
    if (isQueued) return;
    isQueued = true;
    // Several changes of one exchange are shown as one.
    setImmediate(() => {
      isQueued = false;
      if (!response.writableEnded) send('state', slack.snapshot(person));
    });
  }

  send('state', slack.snapshot(person));
  // What goes on in another workspace is nobody's business in this one.
  const isOurs = ({ teamId = person.teamId }: LogEntry) => teamId === person.teamId;
  send('log', slack.log.entries().filter(isOurs));
  const stopListening = slack.listen({
    changed,
    logged: (entry) => isOurs(entry) && send('log', [entry]),
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stopListening();
  });
}
