import type { UrlResult } from '../guard.ts';

/** One small page: what it says, and what can be done. */
export type PageContent = {
  readonly status: number;
  readonly title: string;
  /** Plain text; what is to be typed stands between backticks. */
  readonly lines: readonly string[];
  readonly link?: { readonly text: string; readonly url: string };
  readonly cookie?: string;
};

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: #f6f4f9; color: #221b2e; }
main { max-width: 30rem; margin: 1rem; padding: clamp(1.25rem, 6vw, 2rem); border-radius: 12px; background: #fff; box-shadow: 0 1px 4px #0003; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
p { margin: 0 0 1rem; text-wrap: pretty; }
code { padding: .1em .3em; border-radius: 4px; background: #f1edf7; font: .875em ui-monospace, Menlo, Consolas, monospace; white-space: nowrap; }
a { display: inline-block; padding: .7rem 1.2rem; border-radius: 8px; background: #3d2a5c; color: #fff; font-weight: 600; text-decoration: none; }
a:hover { background: #52387c; }
a:focus-visible { outline: 3px solid #9a7bd0; outline-offset: 3px; }
@media (prefers-color-scheme: dark) { body { background: #17121f; color: #ece7f4; } main { background: #241c31; } code { background: #372c4a; } a { background: #b79ce6; color: #17121f; } a:hover { background: #cbb6ef; } }`;

/** The page as it goes over the wire: no script, nothing from elsewhere, in no frame, never kept. */
export function page({ status, title, lines, link, cookie }: PageContent): UrlResult {
  const body = [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>`,
    ...lines.map((line) => `<p>${withCode(escapeHtml(line))}</p>`),
    ...(link === undefined ? [] : [`<a href="${escapeHtml(link.url)}">${escapeHtml(link.text)}</a>`]),
    '</main></body></html>',
  ].join('\n');
  return {
    statusCode: status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    ...(cookie === undefined ? {} : { cookies: [cookie] }),
    body,
  };
}

/** What stands between backticks is to be typed, and does not break over lines. */
function withCode(html: string): string {
  return html.replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
