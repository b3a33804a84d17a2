import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Temporary credentials, as a role gives them to a function. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
};

export type SignedTable = {
  readonly url: string;
  /** The access keys of the requests that came, in their order. */
  readonly keys: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** The engine wants the headers of a signature too, but reckons nothing. */
const PASSED_ON = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization'];

/**
 * Stands before the engine as AWS does: lets through what is signed with one of these credentials, its session token and the
 * region included, and refuses everything else. The signature is reckoned here anew (Signature Version 4).
 */
export async function startSignedTable(
  engine: string,
  region: string,
  known: readonly Credentials[],
): Promise<SignedTable> {
  const keys: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const authorization = authorizationOf(request);
    keys.push(authorization.key);
    const credentials = known.find(({ accessKeyId }) => accessKeyId === authorization.key);
    if (credentials === undefined || !isSigned(request, body, authorization, credentials, region)) {
      const problem = {
        __type: 'com.amazon.coral.service#UnrecognizedClientException',
        message: 'not signed',
      };
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(problem));
      return;
    }
    const answer = await fetch(engine, {
      method: 'POST',
      body,
      headers: PASSED_ON.map((name): [string, string] => [name, headerOf(request, name)]),
    });
    const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    keys: () => keys,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Authorization = { readonly key: string; readonly signed: readonly string[]; readonly signature: string };

function authorizationOf(request: IncomingMessage): Authorization {
  const header = headerOf(request, 'authorization');
  const [, key = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/[^,]+, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(header) ?? [];
  return { key, signed: signed.split(';'), signature };
}

function isSigned(
  request: IncomingMessage,
  body: string,
  { signed, signature }: Authorization,
  { secretAccessKey, sessionToken }: Credentials,
  region: string,
): boolean {
  if (headerOf(request, 'x-amz-security-token') !== sessionToken) return false;
  if (!['host', 'x-amz-date', 'x-amz-security-token'].every((name) => signed.includes(name))) return false;
  const headers = signed.map((name) => `${name}:${headerOf(request, name).trim()}\n`).join('');
  const canonical = [request.method, '/', '', headers, signed.join(';'), hash(body)].join('\n');
  const moment = headerOf(request, 'x-amz-date');
  const scope = [moment.slice(0, 8), region, 'dynamodb', 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const toSign = ['AWS4-HMAC-SHA256', moment, scope.join('/'), hash(canonical)].join('\n');
  return hmac(key, toSign).toString('hex') === signature;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function hash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}
