import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import * as z from 'zod/mini';
import type { Marks } from './effects.ts';

/** Tells the request's line in the log whose it is and what it asks for, in ids of Slack's and names of our own. */
export function nameRequest(mark: (marks: Marks) => void) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { teamId, userId } = args.context;
    const { kind, name } = nameOf(args);
    mark({
      kind,
      name: name === undefined ? undefined : ownName(name),
      workspace: id(teamId),
      member: id(userId),
    });
    await args.next();
  };
}

const named = z.object({
  action_id: z.optional(z.string()),
  callback_id: z.optional(z.string()),
  type: z.optional(z.string()),
});

function nameOf(args: AnyMiddlewareArgs): { readonly kind: string; readonly name?: string | undefined } {
  if ('command' in args) return { kind: 'command' };
  if ('action' in args) return { kind: 'press', name: named.safeParse(args.action).data?.action_id };
  if ('view' in args) return { kind: 'form', name: named.safeParse(args.view).data?.callback_id };
  if ('shortcut' in args) return { kind: 'shortcut', name: named.safeParse(args.shortcut).data?.callback_id };
  if ('event' in args) return { kind: 'event', name: named.safeParse(args.event).data?.type };
  return { kind: 'search', name: named.safeParse(args.body).data?.action_id };
}

/** Buttons of one kind in one message end in `-0`, `-1` …; what has not the form of our names is none. */
function ownName(name: string): string {
  const kind = name.replace(/-\d$/, '');
  return /^[a-z][a-z_-]{0,40}$/.test(kind) ? kind : 'unknown';
}

function id(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Z0-9]{1,30}$/.test(value) ? value : undefined;
}
