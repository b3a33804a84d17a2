import { describe, expect, it } from 'vitest';
import { inspect, LARGEST_BODY_BYTES, type UrlEvent } from '../../src/bot/guard.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';

const NOW = Date.UTC(2026, 8, 16, 16, 5, 30);
const seconds = (offset: number) => String(Math.floor(NOW / 1000) + offset);

describe('the guard before Bolt', () => {
  it.each([
    ['a form', urlEvent(commandBody('45m'), NOW)],
    [
      'a form with its charset',
      urlEvent(commandBody('45m'), NOW, { contentType: 'application/x-www-form-urlencoded; charset=utf-8' }),
    ],
    ['a form in base64', urlEvent(commandBody('45m café ☕'), NOW, { base64: true })],
    ['JSON', urlEvent('{"type":"event_callback"}', NOW, { contentType: 'application/json' })],
    [
      'JSON with accents in base64',
      urlEvent('{"text":"é ü 😀"}', NOW, { contentType: 'application/json', base64: true }),
    ],
    ['a stamp of five minutes ago', urlEvent(commandBody('45m'), NOW, { timestamp: seconds(-300) })],
  ])('lets %s through', (_, event) => {
    expect(inspect(event, SECRET, NOW).kind).toBe('accepted');
  });

  it('hands on the signed time, so that a repeated request has the same now', () => {
    const verdict = inspect(urlEvent(commandBody('45m'), NOW, { timestamp: seconds(-90) }), SECRET, NOW);
    expect(verdict).toMatchObject({
      kind: 'accepted',
      request: { requestedAt: Date.UTC(2026, 8, 16, 16, 4) },
    });
  });

  it('decodes base64 as UTF-8', () => {
    const body = '{"text":"é 😀"}';
    const verdict = inspect(
      urlEvent(body, NOW, { contentType: 'application/json', base64: true }),
      SECRET,
      NOW,
    );
    expect(verdict).toMatchObject({ request: { body } });
  });

  it.each<[string, UrlEvent, number]>([
    ['a wrong secret', urlEvent(commandBody('45m'), NOW, { secret: 'another' }), 401],
    ['a stamp of six minutes ago', urlEvent(commandBody('45m'), NOW, { timestamp: seconds(-360) }), 401],
    ['a stamp from the future', urlEvent(commandBody('45m'), NOW, { timestamp: seconds(3600) }), 401],
    ['a stamp that is no number', urlEvent(commandBody('45m'), NOW, { timestamp: '17e8' }), 401],
    ['no headers at all', { body: 'x' }, 415],
    [
      'no signature',
      {
        ...urlEvent(commandBody('45m'), NOW),
        headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': seconds(0) },
      },
      401,
    ],
    ['a body that was changed', { ...urlEvent(commandBody('45m'), NOW), body: commandBody('45h') }, 401],
    ['plain text', urlEvent('hello', NOW, { contentType: 'text/plain' }), 415],
    ['a GET', { ...urlEvent('', NOW), requestContext: { http: { method: 'GET' } } }, 405],
    ['broken JSON, signed', urlEvent('{"type":', NOW, { contentType: 'application/json' }), 400],
    ['JSON that is no object', urlEvent('[1]', NOW, { contentType: 'application/json' }), 400],
    ['a payload that is broken JSON', urlEvent('payload=%7B', NOW), 400],
    ['a body over the limit', urlEvent('a'.repeat(LARGEST_BODY_BYTES + 1), NOW), 413],
    ['unsigned broken JSON', { body: '{', headers: { 'content-type': 'application/json' } }, 401],
    [
      'ssl_check with another value',
      { body: 'ssl_check=whatever', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      401,
    ],
  ])('refuses %s', (_, event, statusCode) => {
    expect(inspect(event, SECRET, NOW)).toMatchObject({ kind: 'answered', result: { statusCode, body: '' } });
  });

  it('answers Slack’s certificate check without a signature', () => {
    const event = {
      body: 'ssl_check=1&token=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    };
    expect(inspect(event, SECRET, NOW)).toMatchObject({
      kind: 'answered',
      result: { statusCode: 200, body: '' },
    });
  });

  it('takes a body of exactly the limit', () => {
    expect(inspect(urlEvent('a'.repeat(LARGEST_BODY_BYTES), NOW), SECRET, NOW).kind).toBe('accepted');
  });
});
