import { clean } from '../clean.ts';
import type { CommandName } from '../command.ts';
import { plainVerb, type Verb } from './verb.ts';

const LAST = String.raw`(?: (?:(?:the |my )?(?:last|latest)(?: one| entry| log| change)?|that|it|this))?`;

/** Verbs that need little: undo and redo, the timer's plain ones, help, settings, and what later parts read themselves. */
export const OTHER_VERBS: readonly Verb[] = [
  plainVerb(new RegExp(`^undo${LAST}(?=\\s|$)`, 'i'), { name: 'undo' }),
  plainVerb(new RegExp(`^redo${LAST}(?=\\s|$)`, 'i'), { name: 'redo' }),
  plainVerb(new RegExp(`^edit${LAST}(?=\\s|$)`, 'i'), { name: 'edit' }),
  plainVerb(new RegExp(`^(?:delete|remove)${LAST}(?=\\s|$)`, 'i'), { name: 'delete' }),
  plainVerb(
    /^(?:status|what(?:'s| is) running|am i tracking|what am i (?:doing|tracking|working on))(?=\s|$|\?)/i,
    {
      name: 'status',
    },
  ),
  plainVerb(/^(?:cancel|discard)(?: (?:the |my )?timer)?(?=\s|$)/i, { name: 'cancel' }),
  plainVerb(/^(?:resume|continue)(?: (?:the |my )?(?:timer|last(?: one)?))?(?=\s|$)/i, { name: 'resume' }),
  plainVerb(/^settings(?=\s|$)/i, { name: 'settings' }),
  plainVerb(/^import(?=\s|$)/i, { name: 'import' }),
  plainVerb(/^token(?=\s|$)/i, { name: 'token' }),
  plainVerb(/^forget me(?=\s|$)/i, { name: 'forget me' }),
  {
    opening: /^(?:help|\?)(?: (?:with|on|about|me))?(?=\s|$)/i,
    read(rest) {
      const topic = clean(rest).text.toLowerCase();
      if (topic === '') return { name: 'help' };
      return TOPICS.has(topic) ? { name: 'help', topic } : undefined;
    },
  },
  laterVerb(
    'digest',
    /^digest(?=\s|$)/i,
    /^(?:on|off|skip|now|settings?|every|at|weekly|daily|when|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in|to|here)\b/i,
  ),
  laterVerb(
    'remind',
    /^(?:remind|reminders?)(?=\s|$)/i,
    /^(?:me\b|on|off|stop|skip|at|every|when|if|settings?)\b/i,
  ),
  laterVerb(
    'team',
    /^team(?=\s|$)/i,
    /^(?:report|leads?|digest|goals?|settings?|members?|today|yesterday|week|month|(?:this|last) (?:week|month)|by|since|<@)/i,
  ),
  laterVerb(
    'export',
    /^export(?=\s|$)/i,
    /^(?:csv|json|all|my|today|yesterday|week|month|(?:this|last) (?:week|month|year)|since|from|\d{4})\b/i,
  ),
];

/** A verb whose arguments begin with a known word and hold no length of time. */
function laterVerb(name: 'digest' | 'remind' | 'team' | 'export', opening: RegExp, argument: RegExp): Verb {
  return {
    opening,
    read(rest) {
      const { text } = clean(rest);
      if (text === '') return { name };
      return argument.test(rest) && !/\d ?(?:h|m|hours?|hrs?|min(?:ute)?s?)\b/i.test(text)
        ? { name, text }
        : undefined;
    },
  };
}

const COMMAND_TOPICS: readonly CommandName[] = [
  'undo',
  'redo',
  'today',
  'yesterday',
  'week',
  'month',
  'status',
  'cancel',
  'resume',
  'tasks',
  'tags',
  'goals',
  'settings',
  'import',
  'token',
  'edit',
  'delete',
  'list',
  'report',
  'start',
  'switch',
  'stop',
  'note',
  'notes',
  'task new',
  'task',
  'digest',
  'remind',
  'team',
  'export',
  'help',
  'goal new',
];

/** What help can be asked about; any other word makes a log line of it (`help bob 30m`). */
const TOPICS: ReadonlySet<string> = new Set([
  ...COMMAND_TOPICS,
  'log',
  'logging',
  'time',
  'times',
  'timer',
  'timers',
  'tag',
  'goal',
  'measures',
  'measure',
  'units',
  'days',
  'dates',
  'reports',
  'privacy',
  'ranges',
  'durations',
]);
