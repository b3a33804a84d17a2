import type { Problem } from '../block-kit/problem.ts';
import { callParams, parseJson } from './call-body.ts';
import type { Faults } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Log } from './log.ts';
import type { Notices } from './notices.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { TeamCalls } from './team-calls.ts';
import type { Uploads } from './uploads.ts';
import { personById, TEAM } from './workspace.ts';

export type WebApiParts = {
  readonly apiUrl: string;
  readonly calls: TeamCalls;
  readonly grants: Grants;
  readonly responseUrls: ResponseUrls;
  readonly uploads: Uploads;
  readonly faults: Faults;
  readonly log: Log;
  readonly notices: Notices;
};

/**
 * What the app uses as `fetch`: serves the Web API and response URLs, writes each exchange into the log, and refuses every
 * other address, so that nothing leaves the machine.
 */
export function createWebApi({
  apiUrl,
  calls,
  grants,
  responseUrls,
  uploads,
  faults,
  log,
  notices,
}: WebApiParts): typeof fetch {
  async function answer(name: string, request: Request, bytes: Buffer, sent: Sent): Promise<Outcome> {
    const body = bytes.toString('utf8');
    const faulty = await faults.answer(request.signal);
    if (faulty) return { response: faulty, outcome: `HTTP ${faulty.status} on demand`, failed: true };
    if (name === 'response_url') {
      const { status, body: answered, problems } = responseUrls.post(request.url, parseJson(body));
      const response = new Response(answered, { status });
      return { response, outcome: `HTTP ${status} ${answered}`, failed: status !== 200, problems };
    }
    if (name === 'upload') return upload(request.url, bytes);
    const called = await calls.call(name, sent, request.headers.get('authorization') ?? '');
    const lost = faults.answerAfter();
    if (lost) return { response: lost, outcome: 'done, and its answer lost on demand', failed: true };
    const ok = called.answer['ok'] === true;
    return {
      response: Response.json(called.answer),
      outcome: ok ? 'ok' : `${called.answer['error']}`,
      failed: !ok,
      answered: called.answer,
      problems: called.problems,
    };
  }

  async function upload(url: string, bytes: Buffer): Promise<Outcome> {
    const isWhole = uploads.take(url, bytes);
    const answered = isWhole
      ? await fetch(url, { method: 'POST', body: new Uint8Array(bytes) })
      : new Response('invalid_upload', { status: 400 });
    return {
      response: answered,
      outcome: `HTTP ${answered.status}, ${bytes.length} bytes`,
      failed: !answered.ok,
    };
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const started = performance.now();
    const bytes = Buffer.from(await request.arrayBuffer());
    const name = nameOf(request.url);
    const type = request.headers.get('content-type') ?? '';
    const sent = name === 'upload' ? { bytes: bytes.length } : callParams(type, bytes.toString('utf8'));
    const teamId = teamIdOf(request);
    const exchange = { teamId, direction: 'from the app', name: name ?? request.url, sent } as const;
    const spent = () => performance.now() - started;
    if (name === undefined) {
      const outcome = 'refused: not on this machine';
      log.add({ ...exchange, milliseconds: spent(), outcome, failed: true, answer: undefined, problems: [] });
      throw new TypeError(`The playground reaches nothing but itself; refused ${new URL(request.url).host}`);
    }
    try {
      const { response, outcome, failed, answered, problems = [] } = await answer(name, request, bytes, sent);
      log.add({ ...exchange, milliseconds: spent(), outcome, failed, answer: answered, problems });
      if (problems.length > 0)
        notices.announce(`Slack refused ${name}: ${outcome}. The inspector says why.`, {
          teamId: teamId ?? TEAM.id,
        });
      return response;
    } catch (error) {
      const outcome = 'given up by the app';
      log.add({
        ...exchange,
        milliseconds: spent(),
        outcome,
        failed: true,
        answer: `${error}`,
        problems: [],
      });
      throw error;
    }
  };

  /** The workspace that a request is about: that of its token, of whoever is answered, or of its file. */
  function teamIdOf({ url, headers }: Request): string | undefined {
    const memberId = responseUrls.memberOf(url);
    if (memberId !== undefined) return personById(memberId)?.teamId;
    return uploads.teamIdOf(url) ?? grants.teamOf(headers.get('authorization') ?? '')?.id;
  }

  function nameOf(url: string): string | undefined {
    if (responseUrls.owns(url)) return 'response_url';
    if (uploads.owns(url)) return 'upload';
    return url.startsWith(apiUrl) ? url.slice(apiUrl.length) : undefined;
  }
}

type Sent = ReturnType<typeof callParams>;
type Outcome = {
  readonly response: Response;
  readonly outcome: string;
  readonly failed: boolean;
  readonly answered?: unknown;
  readonly problems?: readonly Problem[];
};
