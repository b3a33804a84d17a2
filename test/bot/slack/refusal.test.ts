import { expect, it } from 'vitest';
import { nameOf } from '../../../src/bot/slack/refusal.ts';

const refused = (data: object) =>
  Object.assign(new Error('An API error'), { code: 'slack_webapi_platform_error', data });

it.each([
  [
    refused({ error: 'missing_scope', needed: 'files:write' }),
    'slack_webapi_platform_error missing_scope files:write',
  ],
  [refused({ error: 'invalid_auth' }), 'slack_webapi_platform_error invalid_auth'],
  [refused({ error: 'No such thing as “private words”' }), 'slack_webapi_platform_error'],
  [new TypeError('fetch failed https://hooks.slack.com/secret'), 'TypeError'],
  ['thrown text', 'unknown'],
])(
  'what the log says of %s is a word of Slack’s or its kind, and never what a person typed',
  (error, said) => {
    expect(nameOf(error)).toBe(said);
  },
);
