import * as z from 'zod';
import { JOURNEYS } from './slack/clock.ts';
import { FAULT_KINDS } from './slack/faults.ts';
import type { SlackStandIn } from './slack/slack.ts';
import { conversationsOf, type Person, personById } from './slack/workspace.ts';

/** What the page may ask for, by the last part of the address; each answer is JSON. */
export type Request = (slack: SlackStandIn, body: unknown) => Promise<Answer>;
export type Answer = { readonly status: number; readonly body: unknown };

const id = z.string().min(1).max(255);
const member = z.object({ memberId: id });
const fields = z.record(z.string(), z.unknown());
const values = z.record(z.string(), z.record(z.string(), fields)).default({});
const target = member.extend({
  messageTs: id.optional(),
  viewId: id.optional(),
  blockId: id,
  actionId: id,
  values,
});

export const REQUESTS: Readonly<Record<string, Request>> = {
  send: of(
    member.extend({ conversationId: id, text: z.string().min(1).max(12_000) }),
    async (slack, body, person) => {
      if (!conversationsOf(person).some((conversation) => conversation.id === body.conversationId))
        return GONE;
      await slack.send(person, body.conversationId, body.text);
      return OK;
    },
  ),
  action: of(target.extend({ entered: fields.default({}) }), async (slack, body, person) =>
    (await slack.act(person, body, body.entered, body.values)) ? OK : GONE,
  ),
  options: of(target.extend({ query: z.string().max(3000) }), async (slack, body, person) => {
    const found = await slack.loadOptions(person, body, body.query, body.values);
    return { status: 200, body: typeof found === 'string' ? { problem: found } : found };
  }),
  submit: of(member.extend({ viewId: id, values }), async (slack, body, person) =>
    (await slack.submit(person, body.viewId, body.values)) ? OK : GONE,
  ),
  close: of(member.extend({ viewId: id }), async (slack, body, person) =>
    (await slack.close(person, body.viewId)) ? OK : GONE,
  ),
  // The page has been loaded: in Slack no modal outlives that. The page need not wait until the app has heard of it.
  arrive: of(member, async (slack, _body, person) => {
    void slack.closeAll(person);
    return OK;
  }),
  home: of(member.extend({ tab: z.enum(['home', 'messages']) }), async (slack, body, person) => {
    await slack.openHome(person, body.tab);
    return OK;
  }),
  shortcut: of(member.extend({ callbackId: id, messageTs: id.optional() }), async (slack, body, person) => {
    const { callbackId, messageTs } = body;
    const run =
      messageTs === undefined
        ? slack.shortcut(person, callbackId)
        : slack.messageShortcut(person, messageTs, callbackId);
    return (await run) ? OK : GONE;
  }),
  dismiss: of(member.extend({ noticeId: z.number() }), async (slack, body) => {
    slack.notices.dismiss(body.noticeId);
    return OK;
  }),
  uninstall: of(member, async (slack, _body, person) => ((await slack.uninstall(person)) ? OK : GONE)),
  kept: of(member, async (slack, _body, person) => ({
    status: 200,
    body: { rows: await slack.countKept(person) },
  })),
  travel: of(member.extend({ to: z.enum(JOURNEYS) }), async (slack, body, person) => {
    await slack.travel(person, body.to);
    return OK;
  }),
  fault: of(member.extend({ kind: z.enum(FAULT_KINDS) }), async (slack, body) => {
    slack.faults.set(body.kind);
    return OK;
  }),
};

const OK: Answer = { status: 200, body: { ok: true } };
const GONE: Answer = { status: 404, body: { ok: false, problem: 'There is no such thing any more.' } };

function of<Body extends { readonly memberId: string }>(
  schema: z.ZodType<Body>,
  run: (slack: SlackStandIn, body: Body, person: Person) => Promise<Answer>,
): Request {
  return async (slack, given) => {
    const parsed = schema.safeParse(given);
    if (!parsed.success) return { status: 400, body: { ok: false, problem: z.prettifyError(parsed.error) } };
    const person = personById(parsed.data.memberId);
    return person ? run(slack, parsed.data, person) : GONE;
  };
}
