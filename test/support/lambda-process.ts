import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { UrlEvent } from '../../src/bot/guard.ts';

const driver = fileURLToPath(new URL('./lambda-driver.cjs', import.meta.url));

const ready = z.object({ ready: z.literal(true), parameters: z.number() });
const answered = z.object({
  answer: z.union([z.object({ result: z.unknown() }), z.object({ error: z.string() })]),
});
const urlResult = z.object({ statusCode: z.number(), body: z.string() });

export type LambdaAnswer = { readonly statusCode: number; readonly body: string; readonly json: unknown };

export type LambdaProcess = {
  /** How many parameters the handler declares: Node 24 on Lambda refuses three. */
  readonly parameters: number;
  /** Sends a request of Slack's, as a Function URL hands it over. */
  readonly send: (event: UrlEvent, now?: number) => Promise<LambdaAnswer>;
  /** Sends any other event, and gives back the function's result. */
  readonly invoke: (event: unknown, now?: number) => Promise<unknown>;
  /** What the function has logged so far, as it was written. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Imports a bundle in a fresh process with just these environment variables, and sends it events one by one. */
export async function startLambda(
  bundle: string,
  env: Readonly<Record<string, string>>,
): Promise<LambdaProcess> {
  const child = spawn(process.execPath, [driver, bundle], {
    env: { ...env, PATH: process.env['PATH'] ?? '' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });

  /** The next line that is the driver's; the function's own log lines come on the same stream. */
  async function next<T>(schema: z.ZodMiniType<T>): Promise<T> {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the function's process ended: ${log}`);
      const parsed = schema.safeParse(JSON.parse(value));
      if (parsed.success) return parsed.data;
      log += `${value}\n`;
    }
  }

  const { parameters } = await next(ready);
  async function invoke(event: unknown, now?: number): Promise<unknown> {
    child.stdin.write(`${JSON.stringify({ event, now })}\n`);
    const { answer } = await next(answered);
    if ('error' in answer) throw new Error(`the function failed: ${answer.error}`);
    return answer.result;
  }

  return {
    parameters,
    invoke,
    async send(event, now) {
      const { statusCode, body } = urlResult.parse(await invoke(event, now));
      return { statusCode, body, json: body.startsWith('{') ? JSON.parse(body) : undefined };
    },
    log: () => log,
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
