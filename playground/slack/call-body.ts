import { type Fields, isFields } from '../block-kit/problem.ts';

/** Fields that Slack's client sends as JSON inside a form. */
const JSON_FIELDS = ['blocks', 'view', 'attachments', 'metadata', 'unfurls', 'files'];

/** The parameters of a Web API call, whichever way they were sent. Broken JSON stays the text it is. */
export function callParams(contentType: string, body: string): Fields {
  if (contentType.includes('application/json')) {
    const parsed = parseJson(body);
    return isFields(parsed) ? parsed : {};
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      JSON_FIELDS.includes(name) ? (parseJson(value) ?? value) : value,
    ]),
  );
}

/** The parsed text, or `undefined` when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
