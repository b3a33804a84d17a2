import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import * as z from 'zod/mini';
import { NotInstalledError } from './authorize.ts';
import { describeError } from './describe-error.ts';
import type { Effects } from './effects.ts';
import { LeavingError } from './leaving-error.ts';
import { type Asked, apologyFor } from './messages/apologies.ts';
import type { Reply } from './slack/blocks.ts';
import { createSlack } from './slack/web.ts';
import { replyPage } from './views/form.ts';

const submitted = z.object({
  view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string() })) }),
});

const interaction = z.object({
  trigger_id: z.string(),
  response_url: z.exactOptional(z.string()),
  view: z.exactOptional(z.object({ id: z.string(), type: z.string() })),
});

/**
 * The outermost middleware. Without it an error in a listener becomes HTTP 500 and the person sees Slack's own failure text,
 * with nothing about what to do; Bolt's error handler comes too late to answer.
 */
export function catchErrors(effects: Effects) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    try {
      const withoutToken: unknown = args.context['withoutToken'];
      if (withoutToken !== undefined) throw withoutToken;
      await args.next();
    } catch (error) {
      const isLeaving = error instanceof LeavingError;
      effects.mark?.({ outcome: isLeaving ? 'leaving' : 'failed' });
      const level = error instanceof NotInstalledError ? 'warn' : 'error';
      if (!isLeaving) effects.log({ level, event: 'listener failed', ...describeError(error) });
      // A listener acknowledges last, so the only thing that can fail here is a second acknowledgement: all is said then.
      await apologise(args, effects, apologyFor(error, askedBy(args))).catch(() => undefined);
    }
  };
}

function askedBy(args: AnyMiddlewareArgs & AllMiddlewareArgs): Asked {
  if ('command' in args) return 'command';
  return 'view' in args ? 'form' : 'press';
}

async function apologise(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
  effects: Effects,
  apology: Reply,
): Promise<void> {
  if ('command' in args) return args.ack({ response_type: 'ephemeral', text: apology.text });
  if ('view' in args && args.body.type === 'view_submission') {
    const field = firstField(args.body);
    // An error at a field keeps the form open, with everything that was typed.
    if (field !== undefined)
      return args.ack({ response_action: 'errors', errors: { [field]: apology.text } });
  }
  if ('action' in args || 'shortcut' in args) await apologiseInPlace(args, effects, apology);
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}

/** Where there is no conversation to answer in, a page says it: over App Home, or in place of the form's own. */
async function apologiseInPlace(
  { client, body }: AnyMiddlewareArgs & AllMiddlewareArgs,
  effects: Effects,
  apology: Reply,
): Promise<void> {
  const place = interaction.safeParse(body).data;
  const slack = createSlack(client, effects);
  if (place?.response_url !== undefined) await slack.respond(place.response_url, apology, 'add');
  else if (place?.view?.type === 'modal') await slack.updateView(place.view.id, replyPage('Stint', apology));
  else if (place !== undefined) await slack.openView(place.trigger_id, replyPage('Stint', apology));
}

function firstField(body: unknown): string | undefined {
  const parsed = submitted.safeParse(body);
  return parsed.success ? parsed.data.view.blocks.find(({ type }) => type === 'input')?.block_id : undefined;
}
