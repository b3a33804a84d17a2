import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import * as z from 'zod';
import type { Effects } from './effects.ts';
import { plainReply } from './slack/blocks.ts';
import { createSlack } from './slack/web.ts';

const SORRY =
  'Something went wrong on our side, so this may not be kept. Please look with `/track today`, and try again in a moment.';

const submitted = z.object({
  view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string() })) }),
});

/**
 * The outermost middleware. Without it an error in a listener becomes HTTP 500 and the person sees Slack's own failure text,
 * with nothing about what to do; Bolt's error handler comes too late to answer.
 */
export function catchErrors(effects: Effects) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      effects.log({ level: 'error', event: 'listener failed', ...describe(error) });
      // A listener acknowledges last, so the only thing that can fail here is a second acknowledgement: all is said then.
      await apologise(args, effects).catch(() => undefined);
    }
  };
}

async function apologise(args: AnyMiddlewareArgs & AllMiddlewareArgs, effects: Effects): Promise<void> {
  const apology = plainReply(SORRY);
  if ('command' in args) return args.ack({ response_type: 'ephemeral', text: apology.text });
  if ('view' in args && args.body.type === 'view_submission') {
    const field = firstField(args.body);
    // An error at a field keeps the form open, with everything that was typed.
    if (field !== undefined) return args.ack({ response_action: 'errors', errors: { [field]: SORRY } });
  }
  if ('action' in args && 'response_url' in args.body) {
    const { respond } = createSlack(args.client, effects);
    await respond(args.body.response_url, apology, 'add');
  }
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}

function firstField(body: unknown): string | undefined {
  const parsed = submitted.safeParse(body);
  return parsed.success ? parsed.data.view.blocks.find(({ type }) => type === 'input')?.block_id : undefined;
}

/** An error's kind and where it arose; never its message, which may quote what a person typed. */
function describe(error: unknown): { problem: string; at?: string } {
  if (!(error instanceof Error)) return { problem: typeof error };
  const code = z.object({ code: z.string() }).safeParse(error);
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    problem: code.success ? `${error.name} ${code.data.code}` : error.name,
    ...(at === undefined ? {} : { at: at.trim().slice(0, 200) }),
  };
}
