import { type Fields, isFields, listOf, type Problem } from '../block-kit/problem.ts';
import { lintCall, refusalOf } from './call-lint.ts';
import { clockFields } from './clock-fields.ts';
import type { Emulator } from './emulator.ts';
import type { Messages } from './messages.ts';
import { APP_AUTHOR, type SharedFile } from './snapshot.ts';
import type { Triggers } from './triggers.ts';
import type { Uploads } from './uploads.ts';
import { DEEPEST_STACK, type Views } from './views.ts';
import { personById, type Team } from './workspace.ts';

export type ApiCallParts = {
  readonly team: Team;
  readonly emulator: Emulator;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly uploads: Uploads;
  readonly now: () => number;
};

/** The answer to a call and what the linter found in it. */
export type Called = { readonly answer: Fields; readonly problems: readonly Problem[] };

/** The emulator of a workspace with what it lacks: limits, the life of triggers, zones, and our record of what is on the screen. */
export type ApiCalls = {
  readonly call: (method: string, params: Fields, authorization?: string) => Promise<Called>;
  /** Pushes or updates a view on the app's behalf, as a submission's answer asks. */
  readonly pushView: (memberId: string, view: unknown) => Promise<Called>;
  readonly updateView: (viewId: string, view: unknown) => Promise<Called>;
};

export function createApiCalls({
  team,
  emulator,
  messages,
  views,
  triggers,
  uploads,
  now,
}: ApiCallParts): ApiCalls {
  async function call(method: string, params: Fields, authorization?: string): Promise<Called> {
    const problems = lintCall(method, params);
    if (problems.length > 0) return { answer: refusalOf(method, problems), problems };
    switch (method) {
      case 'views.open':
      case 'views.push':
        return { answer: await show(method, params, authorization), problems };
      case 'views.publish':
      case 'views.update':
        return { answer: await inTurn(() => change(method, params, authorization)), problems };
      case 'chat.update':
      case 'chat.delete':
        await recall(params);
    }
    const answer = await emulator.call(method, params, authorization);
    if (answer['ok'] !== true) return { answer, problems };
    const dated = keep(method, params, answer);
    return { answer: method === 'users.info' ? withClock(dated) : dated, problems };
  }

  /** The life of a trigger and the depth of the stack are ours: the emulator counts whole seconds and never closes a view. */
  async function show(method: string, params: Fields, authorization?: string): Promise<Fields> {
    const trigger = triggers.exchange(params['trigger_id'] ?? params['interactivity_pointer']);
    if (typeof trigger === 'string') return { ok: false, error: trigger };
    if (personById(trigger.memberId)?.teamId !== team.id) return { ok: false, error: 'invalid_trigger_id' };
    const stack = views.stackOf(trigger.memberId);
    if (method === 'views.push' && stack.length >= DEEPEST_STACK)
      return { ok: false, error: 'push_limit_reached' };
    if (method === 'views.open') views.clear(trigger.memberId);
    return place(trigger.memberId, params, authorization);
  }

  async function place(memberId: string, params: Fields, authorization?: string): Promise<Fields> {
    const theirs = await emulator.call('views.generateTriggerId', { user_id: memberId }, authorization);
    if (theirs['ok'] !== true) return theirs;
    const answer = await emulator.call(
      'views.open',
      { ...params, trigger_id: theirs['trigger_id'] },
      authorization,
    );
    if (isFields(answer['view'])) views.push(memberId, answer['view']);
    return answer;
  }

  /** One view after the other, so that what is shown last is what was changed last. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    const mine = turn.then(run, run);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** A `hash` says which state of the view was read; the emulator, which may be younger than a Home, does not know them all. */
  async function change(method: string, params: Fields, authorization?: string): Promise<Fields> {
    const shown =
      method === 'views.publish' ? views.homeOf(`${params['user_id']}`) : views.find(`${params['view_id']}`);
    const { hash } = params;
    if (shown && typeof hash === 'string' && hash !== '' && hash !== shown.hash)
      return { ok: false, error: 'hash_conflict' };
    // The emulator never closes a view.
    if (method === 'views.update' && typeof params['view_id'] === 'string' && !shown)
      return { ok: false, error: 'not_found' };
    const { hash: _checked, ...unconditional } = params;
    const answer = await emulator.call(method, unconditional, authorization);
    if (!isFields(answer['view'])) return answer;
    if (method === 'views.publish') views.publish(`${params['user_id']}`, answer['view']);
    else views.update(answer['view']);
    return answer;
  }

  /** The emulator forgets messages when it ends; one that is changed later is made known to it again. */
  async function recall({ channel, ts }: Fields): Promise<void> {
    const message = typeof ts === 'string' ? messages.find(ts) : undefined;
    if (!message || message.author !== APP_AUTHOR || message.onlyFor || emulator.idOf(message.ts)) return;
    const answer = await emulator.call('chat.postMessage', { channel, text: message.text });
    if (typeof answer['ts'] === 'string') emulator.pair(message.ts, answer['ts']);
  }

  /** Keeps what is on the screen; gives the answer back with the time that our clock shows, which the emulator does not know. */
  function keep(method: string, params: Fields, answer: Fields): Fields {
    const text = typeof params['text'] === 'string' ? params['text'] : '';
    const blocks = Array.isArray(params['blocks']) ? params['blocks'].filter(isFields) : undefined;
    const threadTs = typeof params['thread_ts'] === 'string' ? params['thread_ts'] : undefined;
    const content = { author: APP_AUTHOR, text, blocks, threadTs };
    switch (method) {
      case 'chat.postMessage': {
        const { ts } = messages.add({ ...content, conversationId: conversationOf(answer['channel']) });
        emulator.pair(ts, `${answer['ts']}`);
        const message = isFields(answer['message']) ? { message: { ...answer['message'], ts } } : {};
        return { ...answer, ...message, ts };
      }
      case 'chat.postEphemeral': {
        const conversationId = conversationOf(params['channel']);
        const { ts } = messages.add({ ...content, conversationId, onlyFor: `${params['user']}` });
        return { ...answer, message_ts: ts };
      }
      case 'chat.update':
        messages.replace(`${params['ts']}`, { text, blocks });
        return answer;
      case 'chat.delete':
        messages.remove(`${params['ts']}`);
        return answer;
      case 'files.getUploadURLExternal':
        uploads.announce(team.id, params, answer);
        return answer;
      case 'files.completeUploadExternal':
        messages.add({
          author: APP_AUTHOR,
          text: typeof params['initial_comment'] === 'string' ? params['initial_comment'] : '',
          conversationId: conversationOf(params['channel_id']),
          threadTs,
          files: listOf(params['files']).flatMap((file) => sharedFile(file)),
        });
        return answer;
      default:
        return answer;
    }
  }

  /** A channel id, also where a channel was addressed by its name or a member's id. */
  function conversationOf(channel: unknown): string {
    const person = team.people.find(({ id, directMessageId }) =>
      [id, directMessageId].includes(`${channel}`),
    );
    return person?.directMessageId ?? team.channel.id;
  }

  function sharedFile(file: unknown): readonly SharedFile[] {
    const found = isFields(file) ? uploads.find(`${file['id']}`) : undefined;
    return found === undefined ? [] : [{ id: found.id, name: found.name, size: found.bytes.length }];
  }

  function withClock(answer: Fields): Fields {
    const user = isFields(answer['user']) ? answer['user'] : {};
    const person = personById(`${user['id']}`);
    return person ? { ...answer, user: { ...user, ...clockFields(person, now()) } } : answer;
  }

  function refused(method: string, view: unknown): Called | undefined {
    const problems = lintCall(method, { view });
    return problems.length > 0 ? { answer: refusalOf(method, problems), problems } : undefined;
  }

  return {
    call,
    async pushView(memberId, view) {
      if (views.stackOf(memberId).length >= DEEPEST_STACK) {
        return { answer: { ok: false, error: 'push_limit_reached' }, problems: [] };
      }
      return refused('views.push', view) ?? { answer: await place(memberId, { view }), problems: [] };
    },
    updateView: (viewId, view) => call('views.update', { view_id: viewId, view }),
  };
}
