import { context, type Reply, reply, section } from '../slack/blocks.ts';

export type HelpLine = {
  /** A line that works as it stands; every one is read by a test. */
  readonly example: string;
  readonly does: string;
};

export type HelpTopic = {
  readonly title: string;
  /** What may stand after `help` to ask for it; the first is the name that help itself gives it. */
  readonly asked: readonly [string, ...string[]];
  /** The most wanted lines: they stand on the main page too, which has to fit a screen; none for a topic that few need. */
  readonly lines: readonly HelpLine[];
  /** Lines for the topic's own page alone. */
  readonly more?: readonly HelpLine[];
  /** What else is worth knowing, as mrkdwn, at the end of the topic's own page. */
  readonly notes?: readonly string[];
};

/** What can be typed after `/track`, most wanted first. A command that is not built is not listed. */
export const HELP: readonly HelpTopic[] = [
  {
    title: 'Log',
    asked: ['log', 'logging', 'time', 'times', 'ranges', 'durations', 'days', 'dates', 'units'],
    lines: [
      { example: '45m #writing task-12', does: 'how long, tags, a task: in any order' },
      { example: '1h30 yesterday #client call with Kim', does: 'another day; other words are the note' },
      { example: '9:30-11 standup', does: 'from when to when' },
      { example: '12 pages #reading', does: 'count something besides time' },
    ],
    more: [
      { example: '2h last friday', does: 'a weekday, `3 days ago`, `12 march` or `2026-03-12`' },
      { example: '45m ending at noon', does: 'or `1h at 3pm`, or `since 9`' },
      { example: '1,500 words 40m', does: 'a count and a time together; `5 km`, `3 times`' },
    ],
    notes: [
      'A guess (which day, am or pm) is named in the answer, with a button for the other reading.',
      '`/track` alone opens a form, for one entry or for several lines at once.',
    ],
  },
  {
    title: 'Timer',
    asked: ['timer', 'timers', 'start', 'stop', 'switch', 'status', 'cancel', 'resume'],
    lines: [
      { example: 'start #writing', does: 'starts; one that runs is stopped and logged' },
      { example: 'switch #team', does: 'the same, said differently' },
      { example: 'stop', does: 'stops and logs it; `stop at 17:30` if you forgot' },
      { example: 'status', does: 'what is running; `cancel` drops it, `resume` goes on with the last' },
    ],
    more: [
      { example: 'cancel', does: 'drops the timer and logs nothing' },
      { example: 'resume', does: 'starts what your last entry was for' },
      { example: 'start 20 minutes ago', does: 'if you forgot to; or `start at 9:40`' },
      { example: 'stop 12 pages the draft', does: 'adds a count, tags, a task or a note at the end' },
    ],
    notes: [
      'A timer that ran over night is never logged unasked: you are asked whether you are still working, and when you stopped.',
    ],
  },
  {
    title: 'Look and mend',
    asked: ['list', 'today', 'undo', 'redo', 'edit', 'delete'],
    lines: [
      { example: 'today', does: 'your day so far' },
      { example: 'list last week', does: 'your entries, each with Edit and Delete' },
      { example: 'undo', does: 'takes back your last change, many steps back' },
      { example: 'redo', does: 'brings it back' },
    ],
    more: [
      { example: 'edit', does: 'the form for your last entry' },
      { example: 'delete', does: 'deletes your last entry and shows which' },
      { example: 'list 2026-09-01 to 2026-09-14', does: 'any stretch of days' },
    ],
    notes: [
      'Every answer that changed something carries Undo, and every entry in a list Edit and Delete; its menu copies it to today, splits it, or moves it to another day.',
      'Where two entries overlap, the answer offers to crop the earlier one.',
    ],
  },
  {
    title: 'Reports',
    asked: ['reports', 'report', 'week', 'month', 'yesterday'],
    lines: [
      { example: 'week', does: 'this week by day; `yesterday`, `month`; leads: `team report`' },
      { example: 'report last month by tag', does: 'any period, put together your way' },
    ],
    more: [
      { example: 'yesterday', does: 'the day before' },
      { example: 'month', does: 'this month so far' },
      { example: 'report march #writing', does: 'only what carries a tag' },
      { example: 'report q3 task-12 by task', does: 'only a task, with all below it' },
      { example: 'report last month "client call"', does: 'only entries whose notes hold these words' },
      { example: 'report last month by task rounded up to 6m', does: 'rounds each entry, and says so' },
      { example: 'report last week share', does: 'shown to everybody in the channel' },
      { example: 'how long on #writing last week', does: 'the same, asked as you would ask' },
    ],
    notes: [
      'Every report says its period and total, and compares it with the period before. Put it together `by day`, `week`, `month`, `tag`, `task` or `unit`, in the line or by a press.',
      'An entry with several tags counts in each of their rows, and once in the total.',
      'Times are never rounded unasked. `rounded to 15m` takes each entry to the nearest step, `rounded up to 6m` and `rounded down to 30m` the other ways; the exact total stands beside it.',
    ],
  },
  {
    title: 'Export',
    asked: ['export'],
    lines: [],
    more: [
      { example: 'export csv last month', does: 'a file for a spreadsheet, in your direct message with me' },
      { example: 'export ical this year', does: 'a calendar; `json` is for programs' },
      { example: 'export csv this year #client', does: 'also `task-12`, or `"words of notes"`' },
      { example: 'export json', does: 'without a period: everything that is kept of you' },
      { example: 'export', does: 'asks which file you want' },
    ],
    notes: [
      '`Download` below a report gives its entries. Times in a file are exact, never rounded.',
      'Where I may not upload files, you get a link instead, which works once and for 15 minutes.',
    ],
  },
  {
    title: 'Notes and tags',
    asked: ['notes', 'note', 'tags', 'tag'],
    lines: [
      {
        example: 'note call Kim back #client',
        does: 'kept for today; `notes` finds it again, `note` opens a form',
      },
      { example: 'tags', does: 'what each holds; rename, merge or archive it there' },
    ],
    more: [
      { example: 'note yesterday: met the client', does: 'on another day; mind the colon' },
      { example: 'note task-12 ask for the figures', does: 'a note on a task, yours alone' },
      { example: 'notes kim last month', does: 'by words, period, `#tag` or `task-12`' },
      { example: 'tags last month', does: 'totals of any period' },
      { example: 'tag rename writing prose', does: 'a new name, for all that was logged before too' },
      { example: 'tag merge draft writing', does: 'two tags become one' },
      { example: 'tag archive writing', does: 'put away: still counted, suggested no more' },
      { example: 'tag unarchive writing', does: 'in use again' },
    ],
    notes: [
      'What you say of an entry is a note too: `notes` looks through all of them, 90 days back, and on from there by a press.',
      'Nobody but you sees your notes, not even those on a task, and a tag that you rename is renamed for you alone.',
    ],
  },
  {
    title: 'Tasks',
    asked: ['tasks', 'task', 'task new'],
    lines: [
      { example: 'task new Write the guide #docs ~4h', does: 'makes a task' },
      { example: 'tasks', does: 'the tree of open ones; `tasks guide` finds, `tasks done`, `tasks all`' },
      { example: 'task-12', does: 'one task: time, what is left, subtasks, notes' },
    ],
    more: [
      { example: 'task new Draft under task-12', does: 'a part of another task; `task new` opens a form' },
      { example: 'task done task-12', does: 'finishes it' },
      { example: 'task reopen task-12', does: 'opens it again' },
      { example: 'task edit task-12', does: 'all of it in a form' },
      { example: 'task rename task-12 Write a better guide', does: 'another title' },
      { example: 'task move task-12 under task-3', does: 'or `to top`' },
      { example: 'task estimate task-12 4h', does: 'how long it may take; `none` for no estimate' },
      { example: 'task tag task-12 #docs', does: 'puts tags on it' },
      { example: 'task untag task-12 #docs', does: 'takes them off' },
      {
        example: 'task delete task-12',
        does: 'for who made it and for leads; subtasks move up, entries stay',
      },
    ],
    notes: [
      '`task-12` is the same task for everybody in the workspace. Its page shows your time and everybody’s together, never whose it is.',
    ],
  },
  {
    title: 'Team',
    asked: ['team', 'leads'],
    lines: [],
    more: [
      { example: 'team report last week by member', does: 'everybody’s time, for leads' },
      { example: 'team', does: 'who the leads are, and what is set' },
      { example: 'team week by task', does: 'also `by day`, `week`, `month`, `tag`, `member` or `unit`' },
      {
        example: 'team report q3 #client',
        does: 'only what carries a tag, under each member’s own name for it',
      },
      { example: 'team leads', does: 'who sees your time; admins: `team leads add @name`, `remove @name`' },
      { example: 'team digest', does: 'when the team’s week is told in a channel; `now` previews it' },
      { example: 'team digest on in #general monday 9:00', does: 'for admins; `team digest off` stops it' },
      { example: 'team members show', does: 'for admins: it names those who allow it; `hide` nobody' },
      { example: 'team show me', does: 'it may name you; `team hide me` takes that back' },
    ],
    notes: [
      'Leads are named by an admin of your Slack workspace. They see amounts, tags and tasks of everybody, and never a note.',
      'Whoever the team digest does not name is summed with others, and never alone.',
    ],
  },
  {
    title: 'You',
    asked: ['settings', 'digest', 'remind', 'help'],
    lines: [
      { example: 'settings', does: 'time zone, week, working days, daily target, digest and reminder' },
    ],
    more: [
      { example: 'help units', does: 'one topic in full' },
      { example: 'digest friday 17:00', does: 'when your week is told; `digest now`, `digest off`' },
      { example: 'remind at 17:30', does: 'on working days, if you are short of your target; `remind off`' },
    ],
    notes: ['Slack tells me your time zone at your first line; `settings` can follow it or name another.'],
  },
  {
    title: 'Privacy',
    asked: ['privacy'],
    lines: [],
    more: [{ example: 'forget me', does: 'removes everything that is kept of you; it asks first' }],
    notes: [
      'What you log is yours: nobody sees your entries or notes unless you share a report. Leads, whom an admin names, see amounts, tags and tasks of everybody, and never a note. `/track team leads` says who they are.',
    ],
  },
];

/** Everything that works, on one screen; about one topic, in full. A topic that has no page of its own gets the main one. */
export async function help(asked?: string): Promise<Reply> {
  const topic = HELP.find((one) => one.asked.some((word) => word === asked));
  return topic === undefined ? mainPage() : topicPage(topic);
}

function mainPage(): Reply {
  const wanted = HELP.filter(({ lines }) => lines.length > 0);
  const paragraphs = wanted.map(({ title, lines }) => paragraph(title, lines));
  const topics = HELP.map(({ asked: [name] }) => `\`${name}\``).join(', ');
  const rest = `\`/track\` alone opens a form. More on each: \`/track help\` with ${topics}. Only you see these answers.`;
  return reply([...paragraphs, rest].join('\n\n'), [...paragraphs.map(section), context(rest)]);
}

function topicPage({ title, lines, more = [], notes = [] }: HelpTopic): Reply {
  const said = [paragraph(title, [...lines, ...more]), ...(notes.length === 0 ? [] : [notes.join('\n')])];
  const rest = '`/track help` shows everything.';
  return reply([...said, rest].join('\n\n'), [...said.map(section), context(rest)]);
}

function paragraph(title: string, lines: readonly HelpLine[]): string {
  return [`*${title}*`, ...lines.map(({ example, does }) => `\`/track ${example}\` ${does}`)].join('\n');
}
