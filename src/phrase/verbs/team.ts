import { clean } from '../clean.ts';
import type { Command, TeamRequest } from '../command.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { readWeekTime } from '../week-time.ts';
import { type Filtered, MEMBER, readFilter } from './filter.ts';
import { refuseIn } from './report.ts';
import { isQuoted, readReportWords } from './report-words.ts';
import { plainVerb, type Verb } from './verb.ts';

const CHANNEL = /<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>/g;

/** What is asked of or for the whole team. `team lunch 1h` and the like are work to log. */
export const TEAM_VERBS: readonly Verb[] = [
  plainVerb('team', team({ does: 'overview' })),
  { opening: /^team leads?(?=\s|$)/i, read: leads },
  plainVerb('team digest (?:off|stop)', team({ does: 'digest off' })),
  plainVerb('team digest (?:now|preview)', team({ does: 'digest now' })),
  plainVerb('team digest(?: status)?', team({ does: 'digest' })),
  { opening: /^team digest (?=\S)/i, read: digestOn },
  plainVerb('team members', team({ does: 'members' })),
  plainVerb('team members show(?:n)?|team show members', team({ does: 'members', named: true })),
  plainVerb('team members (?:hide|hidden)|team hide members', team({ does: 'members', named: false })),
  plainVerb('team (?:show|name) me', team({ does: 'name me', allowed: true })),
  plainVerb("team (?:hide|(?:do not|don't) (?:show|name)) me", team({ does: 'name me', allowed: false })),
  { opening: /^team report(?=\s|$)/i, read: (rest, context) => report(rest, context, true) },
  { opening: /^team (?=\S)/i, read: (rest, context) => report(rest, context, false) },
];

function team(request: TeamRequest): Command {
  return { name: 'team', ...request };
}

/** `isSaid`: the line says that it is a report, so that it need not say of which days or whom. */
function report(rest: string, context: ReadContext, isSaid: boolean): Command | ErrorReading | undefined {
  const filtered = readFilter(rest, context, { isReport: isSaid });
  const { filter, by, share, words, fault, rounding } = filtered;
  const isReport = isSaid || filter.period !== undefined || by !== undefined || filter.members.length > 0;
  if (!isReport) return undefined;
  if (words !== '') return isSaid ? refuseWords(rest, filtered, context) : undefined;
  if (fault !== undefined) return refuseIn('team report', rest, fault);
  const details = { ...(by === undefined ? {} : { by }), ...(rounding === undefined ? {} : { rounding }) };
  return team({ does: 'report', ...filter, ...details, share });
}

/** What is nothing that narrows a report of the team; `undefined` where the line may be work to log. */
function refuseWords(rest: string, filtered: Filtered, context: ReadContext): ErrorReading | undefined {
  const verdict = isQuoted(filtered.words)
    ? 'words of notes'
    : readReportWords(rest, filtered, context, 'of the team');
  if (verdict !== 'words of notes') return verdict;
  const message =
    'A report of the team looks into nobody’s notes: `#tag`, `task-12` and `@name` narrow it, the name as Slack’s list gives it.';
  const fault = filtered.words;
  return { kind: 'error', reason: 'invalid', message, fault };
}

function leads(rest: string): Command | undefined {
  const members = [...rest.matchAll(MEMBER)].flatMap(([, id]) => id ?? []);
  const words = clean(rest.replace(MEMBER, ' ')).text;
  const [, verb, more = ''] = /^(?:(add|remove)\b)?(.*)$/i.exec(words) ?? [];
  const unread = more.replace(/(?:^|\s)(?:and|,|&)(?=\s|$)|,/g, ' ').trim();
  // Who says when or how long tells of work; a name that Slack did not know has figures of its own.
  if (/\d/.test(unread.replace(/<?@[^\s>]*>?/g, ''))) return undefined;
  const rests = unread === '' ? {} : { unread };
  if (verb === undefined) {
    // Somebody is named, and not what is to become of them.
    return members.length > 0 ? team({ does: 'leads', unread: rest }) : team({ does: 'leads', ...rests });
  }
  const does = verb.toLowerCase() === 'add' ? 'add leads' : 'remove leads';
  return team({ does, members: [...new Set(members)], ...rests });
}

function digestOn(rest: string): Command | undefined {
  const [channel, another] = [...rest.matchAll(CHANNEL)].map(([, id]) => id);
  const words = clean(rest.replace(CHANNEL, ' ')).text.toLowerCase();
  const [, on, more = ''] = /^(on\b)?(?: ?(?:in|to)(?= |$))? ?(.*)$/.exec(words) ?? [];
  const when = more.replace(/ (?:in|to)$/, '');
  const time = when === '' ? {} : readWeekTime(when);
  const place = channel === undefined ? {} : { channel };
  if (time !== undefined && another === undefined) {
    return on === undefined && channel === undefined && when === ''
      ? undefined
      : team({ does: 'digest on', ...place, ...time });
  }
  // Slack gives a channel that there is as a link; `#name` is one that there is not, or that it was not asked for.
  const isPlaced = channel !== undefined || /(?:^|\s)#[\w-]+/.test(words);
  // Without a channel, whatever says when or how long tells of work: `team digest on hold 9am-11`.
  if (!isPlaced && (on === undefined || /\d/.test(words))) return undefined;
  if (holdsLength(words)) return undefined;
  return team({ does: 'digest on', ...place, unread: another === undefined ? when : rest });
}

/** A line that says how long is work to log. */
function holdsLength(words: string): boolean {
  return /\d ?(?:h|m|hours?|hrs?|min(?:ute)?s?)\b/i.test(words);
}
