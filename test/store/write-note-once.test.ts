import { describe, expect, it } from 'vitest';
import { readNotes } from '../../src/store/notes.ts';
import { withTally } from '../../src/store/store.ts';
import { redo, undo } from '../../src/store/undo.ts';
import { writeNoteOnce } from '../../src/store/write-note-once.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { injectFaults, isLost } from '../support/faults.ts';
import { ADA } from '../support/samples.ts';

const september = { since: '2026-09-01', until: '2026-09-30' };
const milk = { date: '2026-09-16', text: 'remember the milk', tags: [] };

describe('a note kept once for a request that may say something else the next time', () => {
  it('keeps the first and tells the later ones what that was, on another day too', async () => {
    const store = await freshStore();
    const first = await writeNoteOnce(store, ADA, 'form 1', milk);
    expect(first).toMatchObject({ kind: 'written', note: milk });
    for (const later of [milk, { ...milk, text: 'x' }, { ...milk, date: '2026-09-14' }])
      expect(await writeNoteOnce(store, ADA, 'form 1', later)).toEqual({ ...first, kind: 'already written' });
    expect((await readNotes(store, ADA, september)).notes).toHaveLength(1);
  });

  it('is undone and redone like any note', async () => {
    const store = await freshStore();
    await writeNoteOnce(store, ADA, 'form 1', milk);
    expect(await undo(store, ADA, 'undo 1')).toMatchObject({ kind: 'undone', what: 'note' });
    expect(await writeNoteOnce(store, ADA, 'form 1', milk)).toMatchObject({
      kind: 'already written',
      undone: true,
    });
    expect(await redo(store, ADA, 'redo 1')).toMatchObject({ kind: 'redone', what: 'note' });
  });

  it('is one note however its deliveries race and lose their answers', async () => {
    const store = await freshStore();
    const others = await Promise.all(Array.from({ length: 5 }, () => anotherStore(store)));
    for (const [seed, { client }] of others.entries())
      injectFaults(client, { seed, conflict: 0.2, lost: 0.2 });
    await Promise.all(
      others.flatMap((other) =>
        ['2026-09-14', '2026-09-15', '2026-09-16'].map((date) =>
          writeNoteOnce(other, ADA, 'form 1', { ...milk, date }).catch((error: unknown) => {
            if (!isLost(error)) throw error;
          }),
        ),
      ),
    );
    expect((await readNotes(store, ADA, september)).notes).toHaveLength(1);
  });

  it('costs one request and five write units', async () => {
    const { store, tally } = withTally(await freshStore());
    await writeNoteOnce(store, ADA, 'form 1', milk);
    expect(tally).toMatchObject({ requests: 1, read: 0, write: 5 });
  });
});
