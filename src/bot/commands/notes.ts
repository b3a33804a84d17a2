import { searchedWords } from '../../find-words.ts';
import type { Command } from '../../phrase/command.ts';
import { lastDayBefore } from '../../store/find-notes.ts';
import { taskName } from '../../task.ts';
import { addDays } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { type FoundNote, findNotes, subjectOf } from '../find-notes.ts';
import { entryPlace, excerptWords, notePlace } from '../messages/note-words.ts';
import { spanWords } from '../messages/period-words.ts';
import { dateWords } from '../messages/words.ts';
import { pageOf } from '../page-of.ts';
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
import { encodeEntryRef } from '../wire/entry-ref.ts';
import { encodeNotesPage, type NotesPage } from '../wire/notes-page.ts';

/** Without a period, notes are looked for in this many days, today included; `Older` goes on in steps as long. */
const DAYS_SEARCHED = 90;

/** As many notes as one message shows with their buttons, well inside Slack's 50 blocks. */
const PAGE_SIZE = 8;

/** How much of a note the list shows. */
const TEXT_SHOWN = 240;

/** Finds the member's notes, on days, tasks and entries alike, newest first. */
export async function notes(call: MemberCall, command: Extract<Command, { name: 'notes' }>): Promise<Reply> {
  if (command.members.length > 0) {
    return plainReply('Notes are seen by nobody but who wrote them. `/track notes` finds yours.');
  }
  const { words = '', tags, task, period } = command;
  return notesPage(call, {
    words,
    tags,
    ...(task === undefined ? {} : { task }),
    period: period ?? stepUntil(call.today),
    open: period === undefined,
    skip: 0,
  });
}

/** One page of what was found; `skip` notes from the newest on are left to the pages before. */
export async function notesPage(call: MemberCall, asked: NotesPage): Promise<Reply> {
  const { found, unreadable } = await findNotes(call, asked);
  const { shown, from, rest } = pageOf(found, asked.skip, PAGE_SIZE);
  const page = { ...asked, skip: from };
  const title =
    found.length === 0
      ? `No notes ${searchWords(page)}${spanWords(page.period, call.today)}.`
      : `*Notes ${searchWords(page)}${spanWords(page.period, call.today)}: ${found.length}*`;
  const next = rest > 0 ? { ...page, skip: page.skip + PAGE_SIZE } : await stepBefore(call, page);
  const hits = shown.map((one, index) => hitOf(call, page, one, index));
  const hint = found.length === 0 ? '`/track note remember the milk` writes one.' : undefined;
  const blocks: Block[] = [
    section(title),
    ...hits.flatMap(({ blocks: own }) => own),
    ...(hint === undefined ? [] : [context(hint)]),
    ...(unreadable === 0 ? [] : [context(`:warning: ${unreadable} unreadable, left out.`)]),
    ...olderButton(call, next, rest),
  ];
  const more = rest > 0 ? [`… and ${rest} older`] : [];
  const lines = [title, ...hits.map(({ text }) => text), ...(hint === undefined ? [] : [hint]), ...more];
  return reply(lines.join('\n'), blocks);
}

type Hit = { readonly text: string; readonly blocks: readonly Block[] };

function hitOf(call: MemberCall, page: NotesPage, found: FoundNote, index: number): Hit {
  const isNote = found.kind === 'note';
  const place = isNote ? notePlace(found.note, call.today) : entryPlace(found.entry, call.today);
  const { mrkdwn, whole } = excerptWords(found.text, searchedWords(page.words), TEXT_SHOWN);
  const text = `${place}\n${mrkdwn}`;
  const value = encodeEntryRef(subjectOf(found));
  const about = shorten(found.text.replace(/\s+/g, ' '), 60);
  const show = isNote ? ACTION.showNote : ACTION.showEntryNote;
  const buttons = [
    ...(whole ? [] : [button({ action: show, text: 'Show', value, label: `Show the whole of ${about}` })]),
    button({
      action: isNote ? ACTION.editNote : ACTION.note,
      text: 'Edit',
      value,
      label: `Edit the note ${about}`,
    }),
    ...(isNote
      ? [button({ action: ACTION.deleteNote, text: 'Delete', value, label: `Delete the note ${about}` })]
      : []),
  ];
  return { text, blocks: [section(text), actions(`note-${index}-${subjectOf(found).id}`, buttons)] };
}

function olderButton(call: MemberCall, next: NotesPage | undefined, rest: number): Block[] {
  if (next === undefined) return [];
  const value = encodeNotesPage(next);
  const text =
    rest > 0 ? `Older (${rest} more)` : `Older (until ${dateWords(next.period.until, call.today)})`;
  if (!fitsButton(value))
    return [context('There is more: type fewer words, with a period, to look further.')];
  return [actions('pages', [button({ action: ACTION.olderNotes, text, value })])];
}

/** The next step back, from the last day before this one that has anything at all; `undefined` when there is none. */
async function stepBefore(call: MemberCall, page: NotesPage): Promise<NotesPage | undefined> {
  if (!page.open) return undefined;
  const day = await lastDayBefore(call.store, call.member, page.period.since);
  return day === undefined ? undefined : { ...page, period: stepUntil(day), skip: 0 };
}

function stepUntil(until: string): NotesPage['period'] {
  return { since: addDays(until, 1 - DAYS_SEARCHED), until };
}

function searchWords({ words, tags, task }: NotesPage): string {
  const parts = [
    ...(words === '' ? [] : [`with “${escapeText(shorten(words.replaceAll('"', ''), 100))}”`]),
    ...tags.slice(0, 10).map((tag) => `#${escapeText(tag)}`),
    ...(task === undefined ? [] : [`on ${taskName(task)}`]),
  ];
  return parts.map((part) => `${part} `).join('');
}
