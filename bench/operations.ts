import { deleteEntry, editEntry } from '../src/store/change-entry.ts';
import { changeTask, deleteTask } from '../src/store/change-task.ts';
import { cancelTimer, keepTimer, startTimer, stopTimer } from '../src/store/change-timer.ts';
import { readHome } from '../src/store/home.ts';
import { readLastEntry } from '../src/store/last-entry.ts';
import { logEntries } from '../src/store/log-entries.ts';
import { logAllOnce, logOnce } from '../src/store/log-once.ts';
import { readNotes, writeNote } from '../src/store/notes.ts';
import { readEntries } from '../src/store/read-entries.ts';
import { reshapeEntry } from '../src/store/reshape-entry.ts';
import { changeTag, noteTag } from '../src/store/tags.ts';
import { readOwnTime, readTeamTime } from '../src/store/task-time.ts';
import { newTask } from '../src/store/tasks.ts';
import { redo, undo } from '../src/store/undo.ts';
import { QUICK_PAGES } from '../src/store/whole-days.ts';
import { addDays } from '../src/time.ts';
import {
  DAY,
  IDLE,
  make,
  type Operation,
  openHome,
  RUNNING,
  track,
  withEntry,
  withTask,
  withTimer,
} from './operation.ts';
import { content } from './support.ts';

const ON_TASK = { task: 12 };
const NOTE = 'a line of text about this piece of work';

/** Everything that the design gives a budget, in its order. */
export const OPERATIONS: readonly Operation[] = [
  make('log', [1, 2, 0], (m) => (s) => logEntries(s, m, 'a', [content(DAY)])),
  make('log that names a task', [1, 3, 0], (m) => (s) => logEntries(s, m, 'a', [content(DAY, ON_TASK)])),
  make(
    '5 entries in one message',
    [1, 15, 0],
    (m) => (s) => logEntries(s, m, 'a', Array(5).fill(content(DAY))),
  ),
  make('5 entries of one form', [1, 17, 0], (m) => (s) => logAllOnce(s, m, 'a', Array(5).fill(content(DAY)))),
  withEntry('edit', [1, 5, 0], {}, (m, e) => (s) => editEntry(s, m, 'b', e, content(DAY, { seconds: 60 }))),
  withEntry(
    'edit of an entry on a task',
    [1, 6, 0],
    ON_TASK,
    (m, e) => (s) => editEntry(s, m, 'b', e, content(DAY, { ...ON_TASK, seconds: 60 })),
  ),
  withEntry('delete', [1, 5, 0], {}, (m, e) => (s) => deleteEntry(s, m, 'b', e)),
  withEntry('change of day', [1, 7, 0], {}, (m, e) => (s) => editEntry(s, m, 'b', e, content('2026-09-10'))),
  // Whatever lets a timer run puts the question of the night on the clockwork, for two units (decision 18).
  make('start', [1, 7, 0], (m) => (s) => startTimer(s, m, 'a', IDLE, RUNNING)),
  withTimer('stop', [1, 7, 0], (m, timer) => (s) => stopTimer(s, m, 'b', timer, content(DAY))),
  withTimer('switch', [1, 9, 0], (m, timer) => (s) => startTimer(s, m, 'b', timer, RUNNING, content(DAY))),
  withTimer('cancel', [1, 5, 0], (m, timer) => (s) => cancelTimer(s, m, 'b', timer)),
  withTimer(
    'still working',
    [1, 7, 0],
    (m, timer) => (s) => keepTimer(s, m, 'b', timer, Date.UTC(2026, 8, 17)),
  ),
  withEntry('last entry', [2, 0, 2], {}, (m) => (s) => readLastEntry(s, m)),
  withEntry(
    'split',
    [1, 7, 0],
    {},
    (m, e) => (s) => reshapeEntry(s, m, 'b', e, { what: 'split', parts: [content(DAY), content(DAY)] }),
  ),
  withEntry('crop', [1, 7, 0], {}, async (m, beside, s0) => {
    const { entries } = await logEntries(s0, m, 'b', [content(DAY)]);
    const seen = entries[0] ?? beside;
    const parts = [content(DAY, { seconds: 60 })] as const;
    return (s) => reshapeEntry(s, m, 'c', seen, { what: 'crop', parts, beside });
  }),
  withEntry('copy to today', [1, 5, 0], {}, (m, e) => (s) => logOnce(s, m, 'b', e)),
  withEntry('undo of a create', [3, 8, 3], {}, (m) => (s) => undo(s, m, 'u')),
  withEntry('the same, after a home read', [2, 8, 2], {}, async (m, _, s0) => {
    const { turn } = await readHome(s0, m, DAY);
    return (s) => undo(s, m, 'u', turn);
  }),
  withEntry('undo of an edit', [3, 10, 3], {}, async (m, e, s0) => {
    await editEntry(s0, m, 'b', e, content(DAY, { seconds: 60 }));
    return (s) => undo(s, m, 'u');
  }),
  withTimer('undo of a stop', [3, 12, 3], async (m, timer, s0) => {
    await stopTimer(s0, m, 'b', timer, content(DAY));
    return (s) => undo(s, m, 'u');
  }),
  withEntry('redo of a create', [4, 8, 4], {}, async (m, _, s0) => {
    await undo(s0, m, 'u');
    return (s) => redo(s, m, 'r');
  }),
  withEntry('nothing to redo', [4, 0, 5], {}, (m) => (s) => redo(s, m, 'r')),
  make('new task', [2, 7, 0.5], (m) => (s) => newTask(s, m, 'a', { title: 'book', tags: [] })),
  withTask(
    'task rename',
    [1, 5, 0],
    (m, task) => (s) => changeTask(s, m, 'b', task, { kind: 'rename', title: 'novel' }),
  ),
  withTask('task done', [1, 5, 0], (m, task) => (s) => changeTask(s, m, 'b', task, { kind: 'done' })),
  withTask(
    'task estimate',
    [1, 5, 0],
    (m, task) => (s) => changeTask(s, m, 'b', task, { kind: 'estimate', estimate: 3600 }),
  ),
  withTask(
    'task tag',
    [1, 5, 0],
    (m, task) => (s) => changeTask(s, m, 'b', task, { kind: 'tag', tags: ['a'] }),
  ),
  withTask('task move, one task above it', [2, 7, 1], async (m, task, s0) => {
    const above = await newTask(s0, m, 'above', { title: 'shelf', tags: [] });
    const parent = above.kind === 'done' ? above.task.number : 0;
    return (s) => changeTask(s, m, 'b', task, { kind: 'move', parent, height: 0 });
  }),
  withTask('task delete', [1, 5, 0], (m, task) => (s) => deleteTask(s, m, 'b', task)),
  withTask('time of everybody on a task, 500 entries', [1, 0, 4.5], async (m, { number }, s0) => {
    for (let batch = 0; batch < 10; batch += 1)
      await logEntries(s0, m, `batch ${batch}`, Array(50).fill(content(DAY, { task: number })));
    return (s) => readTeamTime(s, m, [number]);
  }),
  withTask('own time on all tasks, 500 entries', [1, 0, 8.5], async (m, { number }, s0) => {
    for (let batch = 0; batch < 10; batch += 1)
      await logEntries(s0, m, `batch ${batch}`, Array(50).fill(content(DAY, { task: number })));
    return (s) => readOwnTime(s, m);
  }),
  make('note', [1, 2, 0], (m) => (s) => writeNote(s, m, 'a', { date: DAY, text: NOTE, tags: [] })),
  make('notes of a day', [1, 0, 1], async (m, s0) => {
    await writeNote(s0, m, 'a', { date: DAY, text: NOTE, tags: [] });
    return (s) => readNotes(s, m, { since: DAY, until: DAY });
  }),
  make('tag rename', [1, 5, 0], async (m, s0) => {
    await noteTag(s0, m, 'writing');
    const { tags } = await readHome(s0, m, DAY);
    return (s) => changeTag(s, m, 'a', tags, { kind: 'rename', from: 'writing', to: 'prose' });
  }),
  make('home / today, 20 entries', [1, 0, 1], async (m, s0) => {
    await logEntries(s0, m, 'a', Array(20).fill(content(DAY)));
    return (s) => readHome(s, m, DAY);
  }),
  make('week of 100 entries', [1, 0, 4], async (m, s0) => {
    for (let day = 14; day < 19; day += 1) {
      const entry = content(`2026-09-${day}`, { note: NOTE, tags: ['writing', 'deep'] });
      await logEntries(s0, m, `day ${day}`, Array(20).fill(entry));
    }
    return (s) => readEntries(s, m, { since: '2026-09-14', until: '2026-09-20' });
  }),
  make('a report of 1,000 entries, without notes', [1, 0, 37], async (m, s0) => {
    for (let day = 0; day < 20; day += 1) {
      const entry = content(addDays('2026-08-01', day), { note: NOTE });
      await logEntries(s0, m, `day ${day}`, Array(50).fill(entry));
    }
    const options = { notes: false, mostPages: QUICK_PAGES };
    return (s) => readEntries(s, m, { since: '2026-08-01', until: '2026-08-31' }, options);
  }),
  openHome('App Home opened, 20 entries, all of it', [3, 1, 1.5], 20),
  track('/track 45m #writing, all of it', [2, 2, 1], '45m #writing'),
  track('/track task-1, all of it', [7, 0, 5.5], 'task-1'),
  track('/track tasks, all of it', [4, 0, 3.5], 'tasks'),
  track('/track 45m task-1, all of it', [3, 3, 1.5], '45m task-1'),
];
