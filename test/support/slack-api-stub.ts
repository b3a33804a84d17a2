import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type SlackApiStub = {
  readonly url: string;
  /** Settles when the first request has arrived. */
  readonly asked: Promise<void>;
  /** The paths below `url` that were asked so far, with what was sent there. */
  readonly requests: () => readonly { readonly path: string; readonly body: string }[];
  readonly stop: () => Promise<void>;
};

/**
 * Answers `users.info` for processes of their own, where the full stand-in cannot be reached: the zone of a member is
 * what `zones` says, or Slack's `user_not_found`, told after `delay` milliseconds. A message is taken; everything else is `ok`.
 */
export async function startSlackApi(zones: ReadonlyMap<string, string>, delay = 0): Promise<SlackApiStub> {
  const asked = Promise.withResolvers<void>();
  const requests: { readonly path: string; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ path: (request.url ?? '').replace('/api/', ''), body });
    asked.resolve();
    await wait(delay);
    const member = new URLSearchParams(body).get('user') ?? '';
    const zone = zones.get(member);
    const isInfo = request.url?.endsWith('/users.info') === true;
    const answer = !isInfo
      ? { ok: true, ts: '1789000000.000100' }
      : zone === undefined
        ? { ok: false, error: 'user_not_found' }
        : { ok: true, user: { id: member, tz: zone } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    asked: asked.promise,
    requests: () => requests,
    url: `http://127.0.0.1:${port}/api/`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
