import type { WeekStart } from '../../member.ts';
import type { ExportFormat } from '../../phrase/command.ts';
import { taskName } from '../../task.ts';
import type { LocalDate } from '../../time.ts';
import {
  actions,
  type Block,
  button,
  context,
  fitsButton,
  plainReply,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { type ExportValue, encodeExport, isEverything } from '../wire/export-value.ts';
import { periodTitle } from './period-words.ts';
import { scopeMissing } from './scope-missing.ts';

/** The reader's own day and the start of their week. */
type Words = { readonly today: LocalDate; readonly prefs: { readonly weekStart: WeekStart } };

const FORMATS: readonly { readonly format: ExportFormat; readonly name: string; readonly does: string }[] = [
  { format: 'csv', name: 'CSV', does: 'for a spreadsheet, an entry in each line' },
  { format: 'json', name: 'JSON', does: 'for programs' },
  { format: 'ical', name: 'iCalendar', does: 'for a calendar, an entry as each event' },
];

/** Asks which kind of file is wanted, one press each. */
export function askFormat(asked: Omit<ExportValue, 'format'>, words: Words): Reply {
  const isAll = isEverything(asked);
  const title = `Which file do you want of ${about(asked, words)}?`;
  const lines = FORMATS.map(({ name, does, format }) =>
    format === 'json' && isAll
      ? `• *${name}*: ${does}, with everything that is kept of you`
      : `• *${name}*: ${does}`,
  );
  const values = FORMATS.map(({ format }) => encodeExport({ ...asked, format }));
  const buttons: Block = values.every(fitsButton)
    ? actions(
        'export',
        FORMATS.map(({ name }, index) =>
          button({
            action: `${ACTION.exportAs}-${index}`,
            text: name,
            value: values[index] ?? '',
            label: `Export as ${name}`,
          }),
        ),
      )
    : context('That is too long for buttons: type it with its format, `export csv …`.');
  return reply([title, ...lines].join('\n'), [section([title, ...lines].join('\n')), buttons]);
}

/** Said at once; the file follows. */
export function onItsWay(value: ExportValue, words: Words): Reply {
  return plainReply(
    `:package: Your file is on its way: ${about(value, words)} as ${nameOf(value)}. It comes as a direct message in a moment.`,
  );
}

/** The queue did not take it. */
export function notBegun({ format }: Pick<ExportValue, 'format'>): Reply {
  return plainReply(
    `:warning: Your file could not be begun this time. Please ask again in a moment: \`/track export ${format}\`.`,
  );
}

/** What stands above a file. */
export function exportSummary(value: ExportValue, entries: number, words: Words): string {
  const many = entries === 1 ? '1 entry' : `${entries.toLocaleString('en-US')} entries`;
  return `Your export: ${about(value, words)} as ${nameOf(value)}, ${entries === 0 ? 'without any entry' : many}.`;
}

/** There is no file, since it would hold nothing. */
export function nothingForFile(value: ExportValue, words: Words): Reply {
  if (isEverything(value))
    return plainReply('There is no file yet, since nothing is logged: `/track 45m` logs.');
  return plainReply(
    `There is no file: nothing is logged of ${about(value, words)}. \`/track export ${value.format}\` holds all that is.`,
  );
}

/** The file as a link, where the app may not upload it. */
export function linkReply(url: string, value: ExportValue, words: Words): Reply {
  const link = `<${url}|Download ${about(value, words)} as ${nameOf(value)}>`;
  const small =
    'The link works once, for 15 minutes, for whoever has it. An admin who lets Stint upload files gets you the file itself.';
  return reply(`${link}\n${small}`, [section(link), context(small)]);
}

/** There is neither a way to upload nor an address to download from. */
export function noLink(): Reply {
  return plainReply(
    'Stint may not upload files in this workspace, so there is no way to give you one. An admin can allow it: the permission is called `files:write`.',
  );
}

/** Slack did not take the file; `lacks` is the permission that would have to be given first. */
export function fileFailed(value: Pick<ExportValue, 'format'>, lacks?: string): Reply {
  if (lacks !== undefined) return plainReply(`:warning: The file could not be sent. ${scopeMissing(lacks)}`);
  return plainReply(
    `:warning: Slack did not take the file this time. \`/track export ${value.format}\` tries again.`,
  );
}

/** Said of a button whose value can't be read. */
export const EXPORT_LOST = plainReply(
  'That export can’t be read any more. `/track export csv last month` makes one anew.',
);

function nameOf({ format }: Pick<ExportValue, 'format'>): string {
  return FORMATS.find((one) => one.format === format)?.name ?? format;
}

/** `#writing · August 2026`; plain mrkdwn, escaped. */
function about(value: Omit<ExportValue, 'format'>, { today, prefs }: Words): string {
  const { period, tags, task, words } = value;
  const parts = [
    ...(words === undefined ? [] : [`with “${escapeText(shorten(words.replaceAll('"', ''), 100))}”`]),
    ...tags.slice(0, 10).map((tag) => `#${escapeText(tag)}`),
    ...(task === undefined ? [] : [taskName(task)]),
    period === undefined ? 'everything' : periodTitle(period, { today, weekStart: prefs.weekStart }),
  ];
  return parts.join(' · ');
}
