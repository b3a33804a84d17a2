import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerAppPage, CONSENT_PATH, isAppPage } from './app-pages.ts';
import type { Page } from './page.ts';
import { REQUESTS } from './requests.ts';
import { parseJson } from './slack/call-body.ts';
import type { SlackStandIn } from './slack/slack.ts';
import { personById } from './slack/workspace.ts';
import { streamState } from './state-stream.ts';

export type PlaygroundServer = {
  readonly url: string;
  /** From here on requests are answered; before that with 503. */
  readonly serve: (slack: SlackStandIn, page: Page) => void;
  readonly stop: () => Promise<void>;
};

export const RESPONSE_PATH = '/response/';
/** Where files that were shared lie. */
const FILE_PATH = '/files/';
/** Where the app's own links to files lead. */
const DOWNLOAD_PATH = '/download/';
const LARGEST_BODY = 256 * 1024;

/** The page's server, reachable from this machine alone: any other name or origin in a request is refused. */
export async function startServer(port: number): Promise<PlaygroundServer> {
  let served: { readonly slack: SlackStandIn; readonly page: Page } | undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuse(request, url);
    if (refusal !== undefined) return send(response, refusal, 'text/plain', 'Only from this machine.');
    if (!served) return send(response, 503, 'text/plain', 'Starting.');
    const asked = new URL(request.url ?? '/', url);
    const { pathname, searchParams } = asked;
    const { slack, page } = served;
    if (request.method === 'GET') {
      if (isAppPage(pathname)) return sendAppPage(slack, request, asked, response);
      const person = personById(searchParams.get('member') ?? '');
      if (pathname === '/state' && person) return streamState(slack, person, response);
      if (pathname.startsWith(FILE_PATH)) return sendFile(slack, pathname, response);
      if (pathname.startsWith(DOWNLOAD_PATH)) return passOn(slack, pathname, response);
      const file = page[pathname];
      return file
        ? send(response, 200, file.type, file.content)
        : send(response, 404, 'text/plain', 'Not found.');
    }
    const body = await readBody(request);
    if (body === undefined) return send(response, 413, 'text/plain', 'Too large.');
    if (pathname === CONSENT_PATH) return sendAppPage(slack, request, asked, response, body);
    if (pathname.startsWith(RESPONSE_PATH)) {
      const posted = slack.responseUrls.post(`${url}${pathname}`, parseJson(body));
      return send(response, posted.status, 'text/plain', posted.body);
    }
    const name = pathname.replace('/api/', '');
    const run = Object.hasOwn(REQUESTS, name) ? REQUESTS[name] : undefined;
    if (!run) return send(response, 404, 'text/plain', 'Not found.');
    const { status, body: answered } = await run(slack, parseJson(body));
    send(response, status, 'application/json', JSON.stringify(answered));
  }

  return {
    url,
    serve(slack, page) {
      served = { slack, page };
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A status for requests that another site or another machine could have caused. */
function refuse(request: IncomingMessage, url: string): number | undefined {
  const { port } = new URL(url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  if (!hosts.includes(host)) return 403;
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return 403;
  if (request.method !== 'GET' && request.method !== 'POST') return 405;
  const type = request.url === CONSENT_PATH ? 'application/x-www-form-urlencoded' : 'application/json';
  return request.method === 'POST' && request.headers['content-type']?.startsWith(type) !== true
    ? 415
    : undefined;
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function sendAppPage(
  slack: SlackStandIn,
  { method = 'GET', headers }: IncomingMessage,
  url: URL,
  response: ServerResponse,
  body = '',
): Promise<void> {
  const result = await answerAppPage(slack, { method, url, headers, body });
  if (result.cookies !== undefined) response.setHeader('set-cookie', result.cookies);
  response.writeHead(result.statusCode, { ...result.headers });
  response.end(result.body);
}

function sendFile(slack: SlackStandIn, pathname: string, response: ServerResponse): void {
  const file = slack.findFile(pathname.slice(FILE_PATH.length));
  if (file === undefined) {
    send(response, 404, 'text/plain', 'This file went with the last restart.');
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}

async function passOn(slack: SlackStandIn, pathname: string, response: ServerResponse): Promise<void> {
  const { status, headers, bytes } = await slack.follow(pathname);
  response.writeHead(status, { ...headers });
  response.end(bytes);
}

function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: https:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
