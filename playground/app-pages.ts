import type { IncomingHttpHeaders } from 'node:http';
import type { UrlResult } from '../src/bot/guard.ts';
import { CALLBACK_PATH, INSTALL_PATH } from '../src/bot/installs/create-installer.ts';
import { consentPage } from './consent-page.ts';
import type { Asked } from './slack/consents.ts';
import type { SlackStandIn } from './slack/slack.ts';
import { type Person, personById, teamById } from './slack/workspace.ts';

/** Slack's page of consent, and where a browser is sent that is to open Slack. */
export const CONSENT_PATH = '/oauth/v2/authorize';
const REDIRECT_PATH = '/app_redirect';

/** What a browser asks of one of the pages. */
export type BrowserRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** What a form holds. */
  readonly body: string;
};

/** Whether one of the pages on which an app is installed lies at this path: the app's own or Slack's. */
export function isAppPage(path: string): boolean {
  return [INSTALL_PATH, CALLBACK_PATH, CONSENT_PATH, REDIRECT_PATH].includes(path);
}

/** Answers them; the app's own are made by the app's installer. */
export async function answerAppPage(slack: SlackStandIn, request: BrowserRequest): Promise<UrlResult> {
  switch (request.url.pathname) {
    case CONSENT_PATH:
      return request.method === 'POST' ? allow(slack, request) : ask(slack, request);
    case REDIRECT_PATH:
      return openSlack(request);
    default:
      return installPage(slack, request);
  }
}

async function installPage(
  slack: SlackStandIn,
  { method, url, headers }: BrowserRequest,
): Promise<UrlResult> {
  const installer = slack.installer();
  if (installer === undefined) return { statusCode: 404, body: 'This app lives in one workspace.' };
  // Slack sends the browser back to this one address, and its cookie has to be there.
  if (headers.host !== url.host) return { statusCode: 302, headers: { location: url.href }, body: '' };
  const { pathname: path, search } = url;
  return installer({ method, path, query: search.slice(1), cookies: cookiesOf(headers), isLocal: true });
}

async function ask(slack: SlackStandIn, { url, headers }: BrowserRequest): Promise<UrlResult> {
  const asked = askedBy(url.searchParams);
  const refusal = await slack.consents.check(asked);
  if (refusal !== undefined) return page(400, refusal);
  const { cancel, isInstalled } = slack.consents;
  const content = { asked, cancelUrl: cancel(asked), signedIn: signedIn(headers), isInstalled };
  return page(200, consentPage(content));
}

async function allow(slack: SlackStandIn, { headers, body }: BrowserRequest): Promise<UrlResult> {
  const form = new URLSearchParams(body);
  const asked = askedBy(form);
  const team = teamById(form.get('team') ?? '');
  if (team === undefined || (await slack.consents.check(asked)) !== undefined) return page(400, 'Not so.');
  const member = signedIn(headers);
  const person = team.people.find(({ id }) => id === member?.id) ?? team.people[0];
  if (person === undefined) return page(400, 'There is nobody to allow it.');
  return { statusCode: 302, headers: { location: await slack.consents.allow(person, asked) }, body: '' };
}

/** The workspace in which the app was installed, at the app's own conversation. */
function openSlack({ url, headers }: BrowserRequest): UrlResult {
  const team = teamById(url.searchParams.get('team') ?? '');
  const member = signedIn(headers);
  const name = member?.teamId === team?.id ? member?.name : team?.people[0]?.name;
  const query = new URLSearchParams({ workspace: team?.domain ?? '', member: name ?? '', in: 'messages' });
  return { statusCode: 302, headers: { location: `/?${query}` }, body: '' };
}

function askedBy(given: URLSearchParams): Asked {
  const of = (name: string) => given.get(name) ?? '';
  return {
    client_id: of('client_id'),
    redirect_uri: of('redirect_uri'),
    scope: of('scope'),
    state: of('state'),
  };
}

/** Whoever looked at Slack last in this browser, which the page keeps in a cookie. */
function signedIn(headers: IncomingHttpHeaders): Person | undefined {
  const kept = cookiesOf(headers).find((cookie) => cookie.startsWith('member='));
  return personById(kept?.slice('member='.length) ?? '');
}

function cookiesOf({ cookie }: IncomingHttpHeaders): readonly string[] {
  return cookie?.split('; ') ?? [];
}

function page(statusCode: number, body: string): UrlResult {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  };
  return { statusCode, headers, body };
}
