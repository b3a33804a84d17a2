import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { engineEndpoint } from './engine.ts';

/** What a table does with a request: `lost` is carried out, and its answer never comes. */
export type TableMood = 'well' | 'silent' | 'lost' | { readonly milliseconds: number };

export type SlowTable = {
  readonly endpoint: string;
  /** From now on; `only` names the kinds of request that it is about, all others are well. */
  readonly be: (mood: TableMood, only?: RegExp) => void;
  /** The kinds of request that came, in DynamoDB's own words. */
  readonly asked: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** Stands between a process and this test file's engine, and answers as slowly as it is told. */
export async function slowTable(): Promise<SlowTable> {
  const engine = await engineEndpoint();
  const asked: string[] = [];
  let [mood, only]: [TableMood, RegExp] = ['well', /./];
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const kind = `${request.headers['x-amz-target']}`.split('.').at(-1) ?? '';
    asked.push(kind);
    const now = only.test(kind) ? mood : 'well';
    if (now === 'silent') return;
    if (typeof now === 'object') await wait(now.milliseconds);
    const { host: _, connection: __, ...headers } = request.headers;
    const wanted = { method: 'POST', headers: new Headers(plain(headers)), body };
    // A late try may come when the test, and with it the engine, has ended.
    const answer = await fetch(engine, wanted).catch(() => undefined);
    const text = await answer?.text();
    if (now === 'lost' || answer === undefined) return;
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    be(next, about = /./) {
      [mood, only] = [next, about];
    },
    asked: () => asked,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function plain(headers: IncomingMessage['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}
