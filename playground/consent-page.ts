import type { Asked } from './slack/consents.ts';
import { APP, type Person, TEAMS, teamOf } from './slack/workspace.ts';

/** What each scope means, as Slack puts it to whoever is asked. */
const MEANINGS: Readonly<Record<string, string>> = {
  commands: `Add the command ${APP.command}`,
  'chat:write': `Send messages as @${APP.name}`,
  'users:read': 'See the names and time zones of members',
  'app_mentions:read': `See messages that mention @${APP.name}`,
  'im:history': `See what is written to @${APP.name} directly`,
  'files:write': `Share files as @${APP.name}`,
};

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --ink: #1d1c1d; --quiet: #5f5b61; --paper: #fff; --line: #dcdade; --edge: #8a868c; --accent: #0b6e5f; --on-accent: #fff; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100dvh; display: grid; align-items: center; justify-items: center; padding: 16px; background: var(--paper); color: var(--ink); }
main { width: min(100%, 34rem); }
h1 { margin: 0 0 1.25rem; font-size: 1.6rem; line-height: 1.2; text-wrap: balance; }
fieldset, ul { margin: 0 0 1.25rem; padding: 0; border: 0; }
legend, h2 { margin: 0 0 .5rem; padding: 0; font-size: 1rem; font-weight: 700; }
label, li { display: flex; gap: .6rem; align-items: center; padding: .6rem .8rem; border: 1px solid var(--line); }
label + label, li + li { border-top: 0; }
label:first-of-type, li:first-child { border-radius: 8px 8px 0 0; }
label:last-of-type, li:last-child { border-radius: 0 0 8px 8px; }
input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
small { color: var(--quiet); }
.answers { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .75rem; }
.answers > * { padding: .55rem 1.4rem; border: 1px solid var(--edge); border-radius: 8px; background: none; color: inherit; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.answers > button { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid #1264a3; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #b3b4b7; --paper: #1a1d21; --line: #3a3d42; --edge: #85888d; --accent: #35b99f; --on-accent: #06231d; } :focus-visible { outline-color: #8fcbff; } }`;

export type ConsentPage = {
  readonly asked: Asked;
  readonly cancelUrl: string;
  /** Whoever looks: their workspace is offered first. */
  readonly signedIn: Person | undefined;
  readonly isInstalled: (teamId: string) => boolean;
};

/** Slack's question whether an app may come into a workspace. */
export function consentPage({ asked, cancelUrl, signedIn, isInstalled }: ConsentPage): string {
  const here = signedIn === undefined ? TEAMS[0] : teamOf(signedIn);
  const teams = TEAMS.map(
    ({ id, name, domain }) =>
      `<label><input type="radio" name="team" value="${id}"${id === here?.id ? ' checked' : ''}><span>${name}<br><small>${domain}.slack.test${isInstalled(id) ? `, has ${APP.name} already` : ''}</small></span></label>`,
  );
  const scopes = asked.scope.split(',').map((scope) => `<li>${escapeHtml(MEANINGS[scope] ?? scope)}</li>`);
  const hidden = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${APP.name} asks for permission</title><style>${STYLE}</style></head>
<body><main><h1>${APP.name} is asking for permission to come into a workspace</h1>
<form method="post" action="/oauth/v2/authorize">${hidden.join('')}
<fieldset><legend>Which workspace?</legend>${teams.join('')}</fieldset>
<h2>There ${APP.name} will be able to</h2><ul>${scopes.join('')}</ul>
<div class="answers"><a href="${escapeHtml(cancelUrl)}">Cancel</a><button type="submit">Allow</button></div>
</form></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
