import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod/mini';

export const APP_TOKEN = 'xapp-test-token-of-nobody';

/** What an acknowledgement said, and the number of the connection that it came by. */
export type Acknowledged = { readonly payload: unknown; readonly by: number };

/** One end of a connection, as Slack has it. */
export type SlackEnd = {
  readonly number: number;
  /** Sends an envelope; settles with its acknowledgement. */
  send(envelope: Readonly<Record<string, unknown>>): Promise<Acknowledged>;
  /** Sends any text. */
  say(words: string): void;
  /** Tears the connection, without a word. */
  drop(): void;
  readonly closed: Promise<unknown>;
};

/** Slack's side of Socket Mode, over real sockets: `apps.connections.open`, envelopes, response URLs. */
export type SocketSlack = {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** What the next calls of `apps.connections.open` get in place of an address. */
  readonly refusals: Refusal[];
  /** The connections that stand, the oldest first. */
  readonly ends: () => readonly SlackEnd[];
  /** Settles once connection `number`, counted from 0 as they were opened, has been greeted. */
  readonly opened: (number: number) => Promise<SlackEnd>;
  /** What was posted to the response URL, in its order; settles once there is so much. */
  readonly posted: (count: number) => Promise<readonly unknown[]>;
  /** Methods of the Web API that were called. */
  readonly calls: readonly string[];
  /** Settles once a method was called so often. */
  readonly called: (method: string, times: number) => Promise<void>;
  /** Holds back the answers of a method until they are let go. */
  readonly hold: (method: string) => void;
  readonly release: () => void;
  readonly stop: () => Promise<void>;
};

export type Refusal = {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
};

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.optional(z.unknown()) });

export async function startSocketSlack(zone = 'Europe/Madrid'): Promise<SocketSlack> {
  const refusals: Refusal[] = [];
  const calls: string[] = [];
  const callings = waitLists<undefined>();
  let held = '';
  let release = Promise.withResolvers<void>();
  const ends = new Map<number, SlackEnd>();
  const openings = waitList<SlackEnd>();
  const posts: unknown[] = [];
  const postings = waitList<undefined>();
  let base = '';

  const server = createServer(async (request, response): Promise<unknown> => {
    const body = await text(request);
    const path = request.url ?? '';
    const answer = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    if (path === '/response') {
      posts.push(JSON.parse(body));
      postings.set(posts.length - 1, undefined);
      return answer({ ok: true });
    }
    const method = path.split('/').at(-1) ?? '';
    calls.push(method);
    callings.of(method).set(calls.filter((one) => one === method).length, undefined);
    if (method === held) await release.promise;
    if (method === 'users.info') return answer({ ok: true, user: { id: 'U', tz: zone } });
    if (method === 'views.publish') return answer({ ok: true, view: { hash: '1.2' } });
    if (method !== 'apps.connections.open') return answer({ ok: true });
    const refusal = refusals.shift();
    if (refusal !== undefined) return answer(refusal.body, refusal.status, refusal.headers);
    if (request.headers.authorization !== `Bearer ${APP_TOKEN}`)
      return answer({ ok: false, error: 'invalid_auth' });
    return answer({ ok: true, url: base.replace('http', 'ws') });
  });

  const sockets = new WebSocketServer({ server });
  let count = 0;
  sockets.on('connection', (socket) => {
    const number = count;
    count += 1;
    const end = endOf(socket, number);
    ends.set(number, end);
    socket.once('close', () => ends.delete(number));
    socket.send(JSON.stringify({ type: 'hello', num_connections: ends.size }));
    openings.set(number, end);
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/response`,
    refusals,
    calls,
    called: (method, times) => callings.of(method).get(times),
    hold(method) {
      held = method;
      release = Promise.withResolvers();
    },
    release: () => release.resolve(),
    ends: () => [...ends.values()],
    opened: openings.get,
    async posted(wanted) {
      for (let number = 0; number < wanted; number += 1) await postings.get(number);
      return posts;
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function endOf(socket: WebSocket, number: number): SlackEnd {
  const waiting = new Map<string, (acknowledged: Acknowledged) => void>();
  socket.on('message', (data) => {
    const { envelope_id: id, payload } = acknowledgement.parse(JSON.parse(data.toString()));
    waiting.get(id)?.({ payload, by: number });
  });
  return {
    number,
    send(envelope) {
      const { promise, resolve } = Promise.withResolvers<Acknowledged>();
      waiting.set(String(envelope['envelope_id']), resolve);
      socket.send(JSON.stringify(envelope));
      return promise;
    },
    say: (words) => socket.send(words),
    drop: () => socket.terminate(),
    closed: once(socket, 'close'),
  };
}

function waitLists<Value>() {
  const lists = new Map<string, ReturnType<typeof waitList<Value>>>();
  return {
    of(name: string) {
      const list = lists.get(name) ?? waitList<Value>();
      lists.set(name, list);
      return list;
    },
  };
}

/** Values by number, some of which are waited for before they are there. */
function waitList<Value>() {
  const slots = new Map<number, PromiseWithResolvers<Value>>();
  const slot = (number: number) => {
    const known = slots.get(number) ?? Promise.withResolvers<Value>();
    slots.set(number, known);
    return known;
  };
  return {
    get: (number: number) => slot(number).promise,
    set: (number: number, value: Value) => slot(number).resolve(value),
  };
}
