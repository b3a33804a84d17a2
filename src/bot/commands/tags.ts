import { formatDuration } from '../../duration.ts';
import type { Entry } from '../../entry.ts';
import { formatMeasure } from '../../measure.ts';
import { withoutUnused } from '../../near-tag.ts';
import { contains } from '../../period.ts';
import type { Command } from '../../phrase/command.ts';
import type { Amounts } from '../../reports/amounts.ts';
import { type TagTotal, tagTotals } from '../../reports/tag-totals.ts';
import { readEntries } from '../../store/read-entries.ts';
import { QUICK_PAGES } from '../../store/whole-days.ts';
import { namesInForce, tagsInForce } from '../../tag-names.ts';
import { addDays, localDateOf } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { recentlySince } from '../know-member.ts';
import { spanWords } from '../messages/period-words.ts';
import { earlierWords } from '../messages/words.ts';
import { pageOf } from '../page-of.ts';
import {
  actions,
  type Block,
  button,
  context,
  menu,
  type Reply,
  reply,
  section,
  sectionWith,
} from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodePage, type Page } from '../wire/page.ts';
import { encodeTagErrand, type TagErrand } from '../wire/tag-errand.ts';

/** Without a period, totals are of this many days, today included. */
const DAYS_COUNTED = 90;

/** As many tags as one message shows with their menus, well inside Slack's 50 blocks. */
const PAGE_SIZE = 20;

/** How many different units one line tells of. */
const MOST_UNITS = 5;

/**
 * The member's tags with what they hold in a period, the most used first; those that were not used then, and archived
 * ones, come apart at the end.
 */
export function tags(call: MemberCall, command: Extract<Command, { name: 'tags' }>): Promise<Reply> {
  return tagsPage(call, { period: command.period ?? recentPeriod(call), skip: 0 });
}

/** The first page of the last 90 days. */
export function recentPeriod({ today }: MemberCall): Page['period'] {
  return { since: addDays(today, 1 - DAYS_COUNTED), until: today };
}

/** One page of the tags; `skip` of them are left to the pages before. */
export async function tagsPage(call: MemberCall, { period, skip: asked }: Page): Promise<Reply> {
  const { entries, unreadable, since } = await readEntries(call.store, call.member, period, {
    notes: false,
    mostPages: QUICK_PAGES,
  });
  const counted = entries.filter(({ date }) => contains(period, date));
  const { used, unused, archived } = sorted(call, tagTotals(counted, knownTags(call, period, counted)));
  const all = [...used, ...unused, ...archived];
  const { shown, from, rest } = pageOf(all, asked, PAGE_SIZE);
  const words = spanWords({ ...period, since: since ?? period.since }, call.today, 'on');
  const apart = [
    ...(unused.length === 0 ? [] : [`${unused.length} not used then`]),
    ...(archived.length === 0 ? [] : [`${archived.length} archived`]),
  ];
  const title = `*Tags, used ${words}: ${used.length}*${apart.length === 0 ? '' : `, and ${apart.join(', ')}`}`;
  if (all.length === 0) {
    const none = `${title}\nA tag is made by using it: \`/track 45m #writing\`.`;
    return reply(none, [section(none)]);
  }
  const isArchived = (total: TagTotal) => archived.includes(total);
  const firstUnused = shown.find((total) => unused.includes(total));
  const firstArchived = shown.find(isArchived);
  const lines = shown.map((total) => ({ total, text: tagLine(total), archived: isArchived(total) }));
  const overlap = counted.some((entry) => entry.tags.length > 1)
    ? 'An entry with several tags counts in each.'
    : '';
  const small = [
    overlap,
    unreadable === 0 ? '' : `:warning: ${unreadable} unreadable, left out.`,
    since === undefined ? '' : earlierWords(since, call.today),
  ].filter((part) => part !== '');
  const blocks: Block[] = [
    section(title),
    ...lines.flatMap(({ total, text, archived: away }, index) => [
      ...(total === firstUnused ? [section('*Not used in this time*')] : []),
      ...(total === firstArchived ? [section('*Archived*')] : []),
      tagBlock(text, seenTag(call, total), away, from + index),
    ]),
    ...small.map(context),
    ...(rest > 0 ? [moreButton(rest, { period, skip: from + PAGE_SIZE })] : []),
  ];
  const plain = lines.map(({ text, archived: away }) => (away ? `${text} (archived)` : text));
  return reply([title, ...plain, ...small, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'), blocks);
}

/** Every name in force that the member's settings tell of, but for those that nothing carries any more. */
function knownTags(
  { home, now, prefs }: MemberCall,
  period: Page['period'],
  counted: readonly Entry[],
): readonly string[] {
  const since = recentlySince(now);
  const covered = (at: number) => {
    const date = localDateOf(Math.floor(at), prefs.zone);
    return date >= since || contains(period, date);
  };
  const carried = [...home.entries, ...counted].flatMap((entry) => entry.tags);
  const settings = withoutUnused(home.tags, carried, covered);
  return tagsInForce(
    settings.map(({ tag }) => tag),
    namesInForce(settings),
  );
}

function sorted({ home }: MemberCall, totals: readonly TagTotal[]) {
  const away = new Set(home.tags.filter(({ archived }) => archived).map(({ tag }) => tag));
  const kept = totals.filter(({ tag }) => !away.has(tag));
  return {
    used: kept.filter(({ amounts }) => amounts.entries > 0),
    unused: kept.filter(({ amounts }) => amounts.entries === 0),
    archived: totals.filter(({ tag }) => away.has(tag)),
  };
}

function seenTag({ home }: MemberCall, { tag }: TagTotal): Pick<TagErrand, 'tag' | 'version'> {
  const version = home.tags.find((one) => one.tag === tag)?.version;
  return { tag, ...(version === undefined ? {} : { version }) };
}

function tagBlock(
  text: string,
  seen: Pick<TagErrand, 'tag' | 'version'>,
  archived: boolean,
  index: number,
): Block {
  const options = [
    { text: 'Rename', value: encodeTagErrand({ errand: 'rename', ...seen }) },
    { text: 'Merge into another', value: encodeTagErrand({ errand: 'merge', ...seen }) },
    archived
      ? { text: 'Bring back', value: encodeTagErrand({ errand: 'unarchive', ...seen }) }
      : { text: 'Archive', value: encodeTagErrand({ errand: 'archive', ...seen }) },
  ];
  return sectionWith(`tag-${index}`, text, menu({ action: ACTION.tagErrand, options }));
}

function tagLine({ tag, amounts }: TagTotal): string {
  const name = `*#${escapeText(tag)}*`;
  return amounts.entries === 0 ? `${name} not used in this time` : `${name} ${amountsWords(amounts)}`;
}

function amountsWords({ entries, seconds, measures }: Amounts): string {
  const time = seconds > 0 ? [formatDuration(seconds)] : [];
  const more = measures.length > MOST_UNITS ? [`${measures.length - MOST_UNITS} more units`] : [];
  const units = measures.slice(0, MOST_UNITS).map(formatMeasure);
  const held = [...time, ...units, ...more].map(escapeText).join(', ');
  return `${held} · ${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}

function moreButton(rest: number, page: Page): Block {
  return actions('pages', [
    button({ action: ACTION.moreTags, text: `More (${rest})`, value: encodePage(page) }),
  ]);
}
