import type { Member } from '../member.ts';
import type { NoteContent } from '../note.ts';
import { createdAt } from './create.ts';
import { createOnce } from './create-once.ts';
import { inForce } from './in-force.ts';
import { ownerOf } from './kinds/member.ts';
import { noteAttributes, noteKind, toNote } from './kinds/note.ts';
import { keyOfItem } from './layer/item.ts';
import { getItem, readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { entryIdOf } from './log-entries.ts';
import type { WriteNoteResult } from './notes.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Keeps one note for a request that may come again saying something else, as a form does that is sent twice: a note's key
 * holds its day, so here a receipt makes the request one. The first delivery wins, and the later ones are told what it kept.
 * Three write units more than `writeNote`. `undefined`: what it kept is gone for good.
 */
export async function writeNoteOnce(
  store: Store,
  member: Member,
  requestId: string,
  content: NoteContent,
): Promise<WriteNoteResult | undefined> {
  const stamp = stampAfter(store);
  const owner = ownerOf(member);
  const place = { date: content.date, id: entryIdOf(requestId, 0) };
  const row = { ...owner, ...place, ...noteAttributes(content), v: stamp, m: stamp };
  const created = await createOnce(store, member, {
    requestId,
    what: 'note',
    stamp,
    rows: [put(noteKind, row, { row: 'absent' })],
    places: [place],
  });
  if (created.kind === 'created') return resultOf(store, member, 'written', noteKind.item(row));
  const [kept = place] = created.places;
  const item = await getItem(store, noteKind.keyOf({ ...owner, ...kept }));
  return item === undefined ? undefined : resultOf(store, member, 'already written', item);
}

function resultOf(
  store: Store,
  member: Member,
  kind: WriteNoteResult['kind'],
  item: Readonly<Record<string, unknown>>,
): WriteNoteResult | undefined {
  const row = readRow(store, noteKind, item);
  if (row === undefined) return undefined;
  const note = inForce(store, member, toNote(row));
  const undo = { key: keyOfItem(item).sk, version: createdAt(item) };
  return { kind, note, ...(item['del'] === undefined ? {} : { undone: true }), undo };
}
