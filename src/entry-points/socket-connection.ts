import { setTimeout as wait } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { boltLogger } from '../bot/bolt-logger.ts';
import type { writeLog } from './log.ts';
import { readSocketMessage, readTaken, type Taken } from './socket-message.ts';

/** One WebSocket to Slack, which has said hello. */
export type SocketConnection = {
  /** Settles with the reason once it is to be replaced: Slack is about to close it, or it is closed. */
  readonly fading: Promise<string>;
  readonly closed: Promise<void>;
  /** Waits a while until all that it took is acknowledged, and closes it. */
  close(): Promise<void>;
};

export type SocketOptions = {
  /** The app-level token, which opens connections and nothing else. */
  readonly appToken: string;
  readonly slackApiUrl: string;
  readonly log: typeof writeLog;
  /** Answers what came; it never rejects. */
  readonly take: (taken: Taken) => Promise<void>;
};

/** How long `apps.connections.open` may take, and with it the way to Slack's hello. */
const OPEN_MS = 5000;
const HELLO_MS = 15_000;
/** How long a connection waits for answers under way; Slack itself leaves one that it closes ten seconds. */
const GRACE_MS = 5000;
/** How long Slack's end may take to say goodbye. */
const GOODBYE_MS = 1000;

/**
 * Opens a connection, which serves until it fades and another has taken its place. Slack's own client would close it first,
 * with answers under way, and open the next one five seconds later (docs/decisions/0028-socket-mode.md).
 */
export async function openConnection(options: SocketOptions): Promise<SocketConnection> {
  const { appToken, slackApiUrl, log, take } = options;
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    // Whoever opens the connection tells what went wrong.
    logger: { ...boltLogger(log), error: () => undefined },
    clientOptions: {
      slackApiUrl,
      timeout: OPEN_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  const { promise: fading, resolve: fade } = Promise.withResolvers<string>();
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  void closed.then(() => fade('closed'));
  withoutFarewell(client, fade, log);

  const underWay = new Set<Promise<void>>();
  client.on('slack_event', (event: unknown) => {
    const taken = readTaken(event);
    if (taken === undefined) return;
    const work = take(taken).finally(() => underWay.delete(work));
    underWay.add(work);
  });

  await hello(client);
  return {
    fading,
    closed,
    async close() {
      const late = wait(GRACE_MS, 'late', { ref: false });
      // More may come while the last is answered.
      while (underWay.size > 0 && (await Promise.race([Promise.all(underWay), late])) !== 'late');
      await hangUp(client);
    },
  };
}

/** Keeps the news that Slack will close the connection from its client, which would do so itself at once. */
function withoutFarewell(client: SocketModeClient, fade: (why: string) => void, log: typeof writeLog): void {
  const [passOn] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const message = readSocketMessage(data);
    if (message.kind === 'fading') fade(message.reason);
    else if (message.kind === 'unknown') log({ level: 'warn', event: 'socket message left out' });
    else passOn?.(data, isBinary);
  });
}

async function hello(client: SocketModeClient): Promise<void> {
  const late = wait(HELLO_MS, 'late', { ref: false });
  try {
    if ((await Promise.race([client.start(), late])) !== 'late') return;
  } catch (error) {
    // A connection that ends before its hello gives no reason.
    throw error ?? new SocketError('closed before its hello');
  }
  await hangUp(client);
  throw new SocketError('no hello');
}

async function hangUp(client: SocketModeClient): Promise<void> {
  const goodbye = client.disconnect();
  await Promise.race([goodbye, wait(GOODBYE_MS, undefined, { ref: false })]);
  // Asked a second time it does not wait for the other end any more.
  await client.disconnect();
}

class SocketError extends Error {
  override readonly name = 'SocketError';
}
