import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';
import { type Fields, isFields } from '../block-kit/problem.ts';
import { parseJson } from './call-body.ts';
import type { Log } from './log.ts';
import { lambdaContext, type SlackRequest, signedEvent } from './signed-event.ts';

/** The app under test: what runs on Lambda behind a Function URL. */
export type Handler = (event: LambdaFunctionURLEvent, context: Context) => Promise<LambdaFunctionURLResult>;

/** How a request to the app ended. `error` is the code that Slack shows. */
export type Delivered =
  | { readonly kind: 'answered'; readonly body: string; readonly json: unknown }
  | { readonly kind: 'failed'; readonly error: 'operation_timeout' | 'dispatch_failed' };

/** `shown` is the request's content, which says what workspace it comes from. */
export type Delivery = (name: string, request: SlackRequest, shown: Fields) => Promise<Delivered>;

export type DeliveryParts = {
  readonly handler: Handler;
  readonly signingSecret: string;
  readonly log: Log;
  readonly now: () => number;
  /** How long Slack waits for an answer. */
  readonly patienceMs: number;
  /** The host that Slack reaches the app at. */
  readonly host: string;
};

/** Sends one request to the app and waits as long as Slack does. A late answer is written down and otherwise lost. */
export function createDelivery({
  handler,
  signingSecret,
  log,
  now,
  patienceMs,
  host,
}: DeliveryParts): Delivery {
  return async (name, request, shown) => {
    const started = performance.now();
    const record = (outcome: string, failed: boolean, answer: unknown) =>
      log.add({
        teamId: teamIdOf(shown),
        direction: 'to the app',
        name,
        milliseconds: performance.now() - started,
        outcome,
        failed,
        sent: shown,
        answer,
        problems: [],
      });
    let isLate = false;
    const answering = invoke(handler, signedEvent(request, signingSecret, now(), host)).then((answer) => {
      const said = answer.status === undefined ? 'no answer' : `HTTP ${answer.status}`;
      record(
        isLate ? `${said}, too late` : said,
        isLate || answer.status !== 200,
        answer.json ?? answer.body,
      );
      return answer;
    });
    const patience = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => patience.resolve(undefined), patienceMs);
    const answer = await Promise.race([answering, patience.promise]);
    clearTimeout(timer);
    if (answer === undefined) {
      isLate = true;
      record('operation_timeout', true, undefined);
      return { kind: 'failed', error: 'operation_timeout' };
    }
    if (answer.status !== 200) return { kind: 'failed', error: 'dispatch_failed' };
    return { kind: 'answered', body: answer.body, json: answer.json };
  };
}

/** Commands and events name their workspace at the top, interactions in a field of its own. */
function teamIdOf({ team_id: id, team }: Fields): string | undefined {
  const named = id ?? (isFields(team) ? team['id'] : undefined);
  return typeof named === 'string' ? named : undefined;
}

type Answer = { readonly status: number | undefined; readonly body: string; readonly json: unknown };

async function invoke(handler: Handler, event: LambdaFunctionURLEvent): Promise<Answer> {
  try {
    const result = await handler(event, lambdaContext());
    if (typeof result === 'string') return { status: 200, body: result, json: parseJson(result) };
    const raw = result.body ?? '';
    const body = result.isBase64Encoded === true ? Buffer.from(raw, 'base64').toString('utf8') : raw;
    const type = Object.entries(result.headers ?? {}).find(
      ([header]) => header.toLowerCase() === 'content-type',
    );
    // Without the header Slack shows the braces to the member.
    const isJson = `${type?.[1] ?? ''}`.includes('application/json');
    return { status: result.statusCode ?? 200, body, json: isJson ? parseJson(body) : undefined };
  } catch (error) {
    return { status: undefined, body: `${error}`, json: undefined };
  }
}
