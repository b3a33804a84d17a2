import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Bot } from '../bot/create-bot.ts';
import { describeError } from '../bot/describe-error.ts';
import { DOWNLOAD_PATH } from '../bot/export/is-download.ts';
import { LARGEST_BODY_BYTES, type UrlResult } from '../bot/guard.ts';
import { CALLBACK_PATH, INSTALL_PATH, type Installer } from '../bot/installs/create-installer.ts';
import { writeLog } from './log.ts';
import { traced } from './trace.ts';

export const EVENTS_PATH = '/slack/events';
export const HEALTH_PATH = '/healthz';

/** What the health check tells to anybody who asks. */
export type Health = {
  readonly version: string;
  /** Whether the table answers. */
  readonly table: boolean;
  /** Whether Slack has a socket to reach the app by; absent without Socket Mode. */
  readonly slack?: boolean;
};

/**
 * A small HTTP server around the handler that also runs on Lambda: each request becomes a Function URL event.
 * `healthOf` answers within its own time-out; `installer` is there where workspaces install the app.
 */
export function createHttpServer(bot: Bot, healthOf: () => Promise<Health>, installer?: Installer): Server {
  const server = createServer((request, response) => {
    answer(request, bot, healthOf, installer)
      .catch((error: unknown) => {
        writeLog({
          level: 'error',
          event: 'request failed',
          ...describeError(error),
        });
        return { statusCode: 500, body: '' };
      })
      .then((result) => {
        // A server that was asked to stop waits for every connection, so the last answer on each one closes it.
        if (!server.listening) response.setHeader('connection', 'close');
        send(response, result);
      });
  });
  return server;
}

async function answer(
  request: IncomingMessage,
  bot: Bot,
  healthOf: () => Promise<Health>,
  installer?: Installer,
): Promise<UrlResult> {
  // What is no path at all, such as `//`, is none of ours either.
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  const path = url?.pathname;
  if (installer !== undefined && (path === INSTALL_PATH || path === CALLBACK_PATH)) {
    const { method = 'GET', headers } = request;
    const cookies = headers.cookie?.split('; ') ?? [];
    const isLocal = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(headers.host ?? '');
    const asked = { method, path, query: url?.search.slice(1) ?? '', cookies, isLocal };
    return traced(randomUUID(), () => installer(asked));
  }
  if (path === HEALTH_PATH) {
    const health = await healthOf();
    const isHealthy = health.table && health.slack !== false;
    return {
      statusCode: isHealthy ? 200 : 503,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: isHealthy ? 'ok' : 'unhealthy', ...health }),
    };
  }
  if (path === undefined || (path !== EVENTS_PATH && !path.startsWith(DOWNLOAD_PATH)))
    return { statusCode: 404, body: `Slack's requests go to ${EVENTS_PATH}` };
  const body = await readBody(request);
  if (typeof body === 'string') {
    writeLog({ level: 'warn', event: 'request refused', status: STATUS[body], reason: body });
    return { statusCode: STATUS[body], headers: { connection: 'close' }, body: '' };
  }
  const event = {
    body: body.toString('base64'),
    isBase64Encoded: true,
    headers: joined(request.headers),
    rawPath: path,
    requestContext: { http: { method: request.method ?? 'GET' } },
  };
  return traced(randomUUID(), () => bot(event));
}

const STATUS = { size: 413, 'broken off': 400 } as const;

/** The whole body, or why there is none: it is larger than anything Slack sends, or whoever sent it went away. */
async function readBody(request: IncomingMessage): Promise<Buffer | keyof typeof STATUS> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > LARGEST_BODY_BYTES) return 'size';
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (request.complete) throw error;
    return 'broken off';
  }
}

function joined(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function send(
  response: ServerResponse,
  { statusCode, headers = {}, cookies = [], body, isBase64Encoded = false }: UrlResult,
): void {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode, { ...headers, 'content-length': bytes.length });
  response.end(bytes);
}
