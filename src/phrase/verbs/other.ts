import { clean } from '../clean.ts';
import type { CommandName } from '../command.ts';
import { plainVerb, type Verb } from './verb.ts';

const LAST = `(?: (?:(?:the |my )?(?:last|latest)(?: one| entry| log| change)?|that|it|this))?`;

/** Verbs that need little: undo and redo, the timer's plain ones, help, settings, and what later parts read themselves. */
export const OTHER_VERBS: readonly Verb[] = [
  plainVerb(`undo${LAST}`, { name: 'undo' }),
  plainVerb(`redo${LAST}`, { name: 'redo' }),
  plainVerb(`edit${LAST}`, { name: 'edit' }),
  plainVerb(`(?:delete|remove)${LAST}`, { name: 'delete' }),
  plainVerb("(?:status|what(?:'s| is) running|am i tracking|what am i (?:doing|tracking|working on))", {
    name: 'status',
  }),
  plainVerb('(?:cancel|discard)(?: (?:the |my )?timer)?', { name: 'cancel' }),
  plainVerb('(?:resume|continue)(?: (?:the |my )?(?:timer|last(?: one)?))?', { name: 'resume' }),
  plainVerb('settings', { name: 'settings' }),
  plainVerb('import', { name: 'import' }),
  plainVerb('token', { name: 'token' }),
  plainVerb('forget me', { name: 'forget me' }),
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
    /^(?:on|off|skip|now|settings?|every|at|weekly|daily|when|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:days?)?|in|to|here)\b/i,
  ),
  laterVerb(
    'remind',
    /^(?:remind|reminders?)(?=\s|$)/i,
    /^(?:me\b|on|off|stop|skip|at|every|when|if|settings?)\b/i,
  ),
];

/** `remind me in 10 minutes`: no work is told so, and no command either; the command says what there is. */
const FROM_NOW = /^(?:me )?(?:in|after) (?:\d|an?\b|half\b|one\b|two\b|five\b|ten\b)/i;

/** A verb whose arguments begin with a known word and hold no length of time. */
function laterVerb(name: 'digest' | 'remind', opening: RegExp, argument: RegExp): Verb {
  return {
    opening,
    read(rest) {
      const { text } = clean(rest);
      if (text === '') return { name };
      if (FROM_NOW.test(rest)) return { name, text };
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
  'leads',
  'privacy',
  'ranges',
  'durations',
]);
