import { describe, expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/slack/blocks.ts';
import { createPace } from '../../../src/bot/slack/pace.ts';
import { createPoster, type Poster } from '../../../src/bot/slack/poster.ts';

type Asked = { readonly token: string; readonly channel: string };
type Answer = () => Response | Promise<Response>;

const HELLO = plainReply('Hello');
const ok: Answer = () => Response.json({ ok: true, ts: '1.1' });
const refused =
  (error: string): Answer =>
  () =>
    Response.json({ ok: false, error });
const tooMany: Answer = () =>
  Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '30' } });

/** A poster to a Slack that answers each workspace's token in its own way. */
function posterTo(answers: Readonly<Record<string, Answer>>) {
  const clock = { now: 1_000_000 };
  const asked: Asked[] = [];
  const pause = async (milliseconds: number) => {
    clock.now += milliseconds;
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const [, workspace = ''] = /xoxb-(\w+)/.exec(request.headers.get('authorization') ?? '') ?? [];
    asked.push({ token: workspace, channel: new URLSearchParams(await request.text()).get('channel') ?? '' });
    return (answers[workspace] ?? ok)();
  };
  const post: Poster = createPoster(
    {
      tokens: async (workspace) => {
        if (workspace === 'T9') throw new Error('the table does not answer');
        return workspace === 'T0' ? undefined : `xoxb-${workspace}`;
      },
      slackApiUrl: 'http://127.0.0.1:1/api/',
      pace: createPace({ now: () => clock.now, pause }),
    },
    { fetch, log: () => undefined },
  );
  return {
    post: (workspaceId: string, channel = 'C1') => post({ workspaceId, channel }, HELLO),
    asked,
    clock,
  };
}

describe('a message that nobody waits for', () => {
  it('goes to each workspace by its own token', async () => {
    const { post, asked } = posterTo({});
    expect([await post('T1'), await post('T2')]).toEqual([
      { kind: 'posted', ts: '1.1', channel: 'C1' },
      { kind: 'posted', ts: '1.1', channel: 'C1' },
    ]);
    expect(asked.map(({ token }) => token)).toEqual(['T1', 'T2']);
  });

  it('leaves alone the workspace that Slack slowed down, until it may come again, and no other', async () => {
    const { post, asked, clock } = posterTo({ T1: tooMany });
    expect(await post('T1')).toEqual({ kind: 'later', after: 30_000, why: 'Slack asked to wait' });
    expect(await post('T1', 'C2')).toMatchObject({ kind: 'later' });
    expect(await post('T2')).toMatchObject({ kind: 'posted' });
    expect(asked.map(({ token }) => token)).toEqual(['T1', 'T2']);
    clock.now += 30_000;
    await post('T1', 'C2');
    expect(asked).toHaveLength(3);
  });

  it.each(['is_archived', 'account_inactive', 'token_revoked', 'channel_not_found', 'invalid_blocks'])(
    'is given up where Slack says %s',
    async (error) => {
      const { post } = posterTo({ T1: refused(error) });
      expect(await post('T1')).toEqual({ kind: 'refused', problem: error });
    },
  );

  it.each([
    ['status 500', () => new Response('broken', { status: 500 })],
    ['internal_error', refused('internal_error')],
    ['no ts', () => Response.json({ ok: true })],
    ['no answer', () => Promise.reject(new TypeError('terminated'))],
  ] as const)('may be there where all that is known is %s', async (problem, answer) => {
    const { post } = posterTo({ T1: answer });
    expect(await post('T1')).toEqual({ kind: 'unknown', problem });
  });

  it('comes later where Slack could not be reached', async () => {
    const unreached = () => {
      const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    const { post } = posterTo({ T1: unreached });
    expect(await post('T1')).toMatchObject({ kind: 'later', after: 60_000 });
  });

  it('is not sent where the app is not installed, and later where the token can’t be read', async () => {
    const { post, asked } = posterTo({});
    expect(await post('T0')).toEqual({ kind: 'refused', problem: 'not installed' });
    expect(await post('T9')).toMatchObject({ kind: 'later', after: 60_000 });
    expect(asked).toEqual([]);
  });
});
