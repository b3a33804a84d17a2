import type { Entry } from '../../entry.ts';
import { contains } from '../../period.ts';
import type { Command } from '../../phrase/command.ts';
import { readEntries } from '../../store/read-entries.ts';
import { QUICK_PAGES } from '../../store/whole-days.ts';
import { addDays, type Instant } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { totalWords } from '../day.ts';
import { spanWords } from '../messages/period-words.ts';
import { dayTitle, earlierWords, entryLabel, entryLine } from '../messages/words.ts';
import { pageOf } from '../page-of.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  menu,
  plainReply,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeListed, encodeMore } from '../wire/listed-value.ts';
import { encodePage, type Page } from '../wire/page.ts';

/** As many entries as one message shows with their buttons, well inside Slack's 50 blocks. */
const PAGE_SIZE = 8;

/** Without a period, the list shows this many days, today included. */
const RECENT_DAYS = 14;

/** Recent entries, the newest day first, each with Edit and Delete. */
export async function list(call: MemberCall, command: Extract<Command, { name: 'list' }>): Promise<Reply> {
  return command.period === undefined
    ? recentList(call)
    : listPage(call, { period: command.period, skip: 0 });
}

/** The first page of the last two weeks. */
export function recentList(call: MemberCall): Promise<Reply> {
  return listPage(call, recentPage(call));
}

/** The page that the list begins with where no period is named. */
export function recentPage({ today }: MemberCall): Page {
  return { period: { since: addDays(today, 1 - RECENT_DAYS), until: today }, skip: 0 };
}

/** What became of an entry of the list, and the page that it stood on as it is now. */
export async function withList(call: MemberCall, first: Reply, page?: Page): Promise<Reply> {
  const rest = await listPage(call, page ?? recentPage(call));
  return reply(`${first.text}\n\n${rest.text}`, [...first.blocks, divider(), ...rest.blocks]);
}

/** One page of the list; `skip` entries from the newest on are left to the pages before. */
export async function listPage(call: MemberCall, { period, skip }: Page): Promise<Reply> {
  const { entries, unreadable, since } = await readEntries(call.store, call.member, period, {
    mostPages: QUICK_PAGES,
  });
  const newestFirst = entries.filter(({ date }) => contains(period, date)).toReversed();
  if (newestFirst.length === 0) {
    return plainReply(`No entries ${spanWords(period, call.today)}. Try \`/track 45m #writing\`.`);
  }
  const { shown, from, rest } = pageOf(newestFirst, skip, PAGE_SIZE);
  const page = { period, skip: from };
  const title = `*Entries ${spanWords({ ...period, since: since ?? period.since }, call.today)}: ${newestFirst.length}, ${totalWords(entries)} in all*`;
  const lines = shown.map((entry) => `${dayTitle(entry.date, call.today)}: ${entryLine(entry)}`);
  const blocks: Block[] = [
    section(title),
    ...shown.flatMap((entry, index) => entryBlocks(entry, lines[index] ?? '', page, call.now)),
    ...(unreadable === 0 ? [] : [context(`:warning: ${unreadable} unreadable, left out.`)]),
    ...(since === undefined ? [] : [context(earlierWords(since, call.today))]),
    ...pageButtons(rest, page),
  ];
  return reply([title, ...lines, ...(rest > 0 ? [`… and ${rest} older`] : [])].join('\n'), blocks);
}

/** The block is named by the moment: pressed once more in a later list, Copy means another copy. */
function entryBlocks(entry: Entry, line: string, page: Page, now: Instant): Block[] {
  const ref = encodeListed(entry, page);
  return [
    section(line),
    actions(`entry-${entry.date}-${entry.id}-${now}`, [
      button({ action: ACTION.editListed, text: 'Edit', value: ref, label: `Edit ${entryLabel(entry)}` }),
      button({ action: ACTION.delete, text: 'Delete', value: ref, label: `Delete ${entryLabel(entry)}` }),
      menu({
        action: ACTION.more,
        options: [
          { text: 'Copy to today', value: encodeMore('copy', entry, page) },
          { text: 'Split…', value: encodeMore('split', entry, page) },
          { text: 'Move to another day…', value: encodeMore('move', entry, page) },
        ],
      }),
    ]),
  ];
}

/** The ways to the pages beside this one. */
function pageButtons(rest: number, { period, skip }: Page): Block[] {
  const newer = { period, skip: Math.max(0, skip - PAGE_SIZE) };
  const older = { period, skip: skip + PAGE_SIZE };
  const buttons = [
    ...(skip > 0
      ? [button({ action: ACTION.newer, text: `Newer (${skip} more)`, value: encodePage(newer) })]
      : []),
    ...(rest > 0
      ? [button({ action: ACTION.older, text: `Older (${rest} more)`, value: encodePage(older) })]
      : []),
  ];
  return buttons.length === 0 ? [] : [actions('pages', buttons)];
}
