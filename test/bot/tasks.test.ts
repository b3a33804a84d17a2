import { describe, expect, it } from 'vitest';
import { TEAM } from '../../playground/slack/workspace.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { chainOfTasks, manyTasks, putTasks } from '../support/put-tasks.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** A guide with a draft below it, and below that a proof of Ben's. */
async function guide(): Promise<void> {
  await run.track('task new Write the guide #docs ~4h');
  await run.track('task new Draft under task-1 ~1h');
  await run.track('task new Proof under task-2', BEN);
}

describe('a new task', () => {
  it('is echoed with parent, tags and estimate, the same however often the request comes', async () => {
    await run.track('task new The book');
    const text = [
      ':white_check_mark: Created *task-2* Chapter one',
      'under task-1 · #writing · estimated at 4h',
      'Log on it with `/track 45m task-2`.',
    ].join('\n');
    expect(await run.track('task new Chapter one under task-1 #writing ~4h')).toBe(text);
    expect(run.buttons()).toEqual(['Undo', 'Open task-2']);
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([text]);
    expect(await run.track('tasks')).toContain('Open tasks: 2');
  });

  it('is not put under one that is not there, nor too deep', async () => {
    expect(await run.track('task new Chapter one under task-9')).toBe(
      'Not made: there is no task-9. `/track tasks` shows those there are.',
    );
    await putTasks(run.store, chainOfTasks(21), TEAM.id);
    expect(await run.track('task new Level 22 under task-21')).toBe(
      'Not made: under task-21 it would get too deep: at most 20 tasks may lie above one another.',
    );
    expect(await run.track('tasks')).toContain('Open tasks: 21');
  });

  it('with too long a title is refused, and nothing typed is lost', async () => {
    const title = 'word '.repeat(60).trim();
    const text = await run.track(`task new ${title}`);
    expect(text).toContain('A title has at most 200 characters, and this one has 299.');
    expect(text).toContain(title);
    expect(await run.track('tasks')).toContain('No open tasks');
  });

  it('alone opens a form, whose errors stand at their fields', async () => {
    await run.track('task new The book');
    await run.track('task new');
    expect(run.form()?.content).toMatchObject({ callback_id: 'new-task-form', title: { text: 'New task' } });
    expect(await run.submit({ title: ' ', estimate: 'soon', tags: '#!' })).toEqual({
      title: 'A task needs a title.',
      estimate: expect.stringMatching(/^Write a length of time/),
      tags: expect.stringContaining('is no tag'),
    });
    expect(await run.submit({ title: 'Chapter', parent: '99' })).toEqual({
      parent: 'There is no task-99. /track tasks shows those there are.',
    });
    const view = run.form();
    expect(await run.submit({ title: 'Chapter', parent: '1', estimate: '40h', tags: 'writing' })).toEqual({});
    expect(run.lastText()).toContain('Created *task-2* Chapter\nunder task-1 · #writing · estimated at 40h');
    await run.resubmit(view, { title: 'Chapter one', parent: '1', estimate: '40h', tags: 'writing' });
    expect(await run.track('tasks')).toContain('Open tasks: 2*');
    expect(await run.track('task-2')).toContain('*task-2* Chapter one');
  });
});

describe('the tree', () => {
  it('shows each task with its own and rolled-up time of the reader, and what is left', async () => {
    await guide();
    await run.track('45m task-1');
    await run.track('30m 12 pages task-2');
    await run.track('20m task-3');
    await run.track('5h task-3', BEN);
    expect(await run.track('tasks')).toBe(
      [
        '*Open tasks: 3*',
        '• *task-1* Write the guide · 1h 35m, 12 pages (own 45m) · 2h 25m left of 4h',
        '\u2003• *task-2* Draft · 50m, 12 pages (own 30m, 12 pages) · 10m left of 1h',
        '\u2003\u2003• *task-3* Proof · 20m',
        'Times, and what is left, count your own entries, subtasks included. `/track task-1` shows one with everybody’s time; log on it with `/track 45m task-1`.',
      ].join('\n'),
    );
    expect(await run.track('tasks', BEN)).toContain('• *task-1* Write the guide · 5h (own 0m) · 1h over 4h');
  });

  it('finds by words of a title in any order, case and accents', async () => {
    await run.track('task new Guía de usuario');
    await run.track('task new Something else');
    expect(await run.track('tasks USUARIO guia')).toContain(
      '*Open tasks with `USUARIO guia`: 1*\n• *task-1*',
    );
    expect(await run.track('tasks nowhere')).toBe(
      'No open task has `nowhere` in its title. `/track tasks all` looks among finished ones too.',
    );
    expect(await run.track('tasks <!channel>')).not.toContain('<!channel>');
  });

  it('shows finished ones apart', async () => {
    await guide();
    expect(await run.track('tasks done')).toContain('No task is finished yet.');
    await run.track('task done 2');
    expect(await run.track('tasks done')).toContain(
      '*Finished tasks: 1*\n• *task-2* Draft :white_check_mark:',
    );
    expect(await run.track('tasks')).toContain('*Open tasks: 2*');
    expect(await run.track('tasks all')).toContain('*All tasks: 3*');
  });

  it('turns its pages both ways, those logged on last first, however long the titles are', async () => {
    await putTasks(run.store, manyTasks(17, { title: 'R&D '.repeat(48).trim() }), TEAM.id);
    await run.track('45m task-16');
    const first = await run.track('tasks');
    expect(first.split('\n').slice(0, 3)).toEqual([
      '*You logged on these last*',
      expect.stringMatching(/^• \*task-16\* R&amp;D .*… · 45m$/),
      '*Open tasks: 17*, 1 to 15 of them here',
    ]);
    expect(first).not.toMatch(/&[a-z]{0,3}(?![a-z]*;)/);
    expect(await run.press('More (2)')).toContain('*Open tasks: 17*, 16 to 17 of them here');
    expect(await run.press('Back')).toBe(first);
    expect(await run.press('Open')).toContain('*task-16* R&amp;D');
  });
});

describe('a task’s page', () => {
  it('shows its way up, what is left, one’s own time, everybody’s without names, and its subtasks', async () => {
    await guide();
    await run.track('45m task-1');
    await run.track('20m task-3');
    await run.track('1h task-3', BEN);
    expect(await run.track('task-1')).toBe(
      [
        '*task-1* Write the guide',
        '#docs · 1h 55m left of 4h',
        'You: *1h 5m (own 45m)* · Everybody: *2h 5m (own 45m)*',
        '*Subtasks: 1*',
        '• *task-2* Draft · 20m (own 0m) · 40m left of 1h',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Log on it', 'Done', 'Edit', 'Move', 'Delete', 'All tasks', 'Open']);
    await run.press('Open');
    expect(await run.press('Open')).toBe(
      [
        'In *task-1* Write the guide › *task-2* Draft',
        '*task-3* Proof',
        'You: *20m* · Everybody: *1h 20m*',
      ].join('\n'),
    );
    // Ben made it, so Ana is not offered to delete it.
    expect(run.buttons()).toEqual(['Log on it', 'Done', 'Edit', 'Move', 'All tasks']);
    expect(await run.press('All tasks')).toContain('*Open tasks: 3*');
  });

  it('pages through its subtasks', async () => {
    await putTasks(run.store, [...chainOfTasks(1), ...manyTasks(11, { parent: 1 }).slice(1)], TEAM.id);
    expect(await run.track('task-1')).toContain('*Subtasks: 10*');
    expect(await run.press('More (2)')).toContain('*task-11* Task 11');
    expect(await run.press('Back')).toContain('*task-2* Task 2');
  });

  it('logs on the task in the log form, and stays in sight', async () => {
    await guide();
    await run.track('task-1');
    const page = run.lastMessage()?.ts;
    await run.press('Log on it');
    expect(JSON.stringify(run.form()?.content)).toContain('"task-1 Write the guide"');
    expect(await run.submit({ time: '45m' })).toEqual({});
    expect(run.lastText()).toContain('Logged *45m* · today, Wed 16 Sep\ntask-1 Write the guide');
    expect(run.lastMessage()?.ts).not.toBe(page);
  });

  it('finishes and reopens in place, again and again, each to be taken back', async () => {
    await guide();
    await run.track('task-2');
    const page = run.lastMessage()?.ts ?? '';
    expect(await run.press('Done')).toMatch(/^:white_check_mark: Finished: \*task-2\* Draft \(done\)/);
    expect(run.buttons()).toContain('Reopen');
    expect(await run.press('Reopen')).toMatch(
      /^:arrows_counterclockwise: Open again: \*task-2\* Draft \(open\)/,
    );
    await run.press('Done');
    expect(run.lastText()).toContain(':white_check_mark: done');
    expect(await run.press('Undo')).toContain('Undone: the finished task.');
    expect(await run.track('task-2')).not.toContain(':white_check_mark:');
    expect(page).not.toBe('');
  });

  it('of a task that is not there says whether it was deleted or never made', async () => {
    expect(await run.track('task-9')).toBe(
      'There is no task-9. `/track tasks` shows those there are, and `/track task new Write the guide` makes one.',
    );
    await run.track('task new Gone');
    await run.track('task delete 1');
    const deleted =
      'task-1 was deleted; what was logged on it is kept. `/track tasks` shows those there are, and whoever deleted it may bring it back with `/track undo`.';
    for (const line of ['task-1', 'task done 1', 'task delete 1'])
      expect(await run.track(line)).toBe(deleted);
    expect(await run.track('report this week task-1')).toBe(deleted);
  });
});

describe('a change of a task by a command', () => {
  it.each([
    [
      'task done 2',
      ':white_check_mark: Finished: *task-2* Draft (done) · under task-1 · estimated at 1h\n1 subtask is still open: *task-3* Proof.',
    ],
    [
      'task rename 2 Final draft',
      ':pencil2: Renamed: *task-2* Final draft (open) · under task-1 · estimated at 1h',
    ],
    ['task move 2 to top', ':pencil2: Moved: *task-2* Draft (open) · estimated at 1h'],
    ['task estimate 2 none', ':pencil2: Estimate changed: *task-2* Draft (open) · under task-1'],
    [
      'task tag 2 #docs #site',
      ':pencil2: Tags changed: *task-2* Draft (open) · under task-1 · #docs #site · estimated at 1h',
    ],
    ['task untag 1 docs', ':pencil2: Tags changed: *task-1* Write the guide (open) · estimated at 4h'],
    [
      'task move 1 under 3',
      'Not moved: task-3 is the task itself or lies below it, so they would go round in a circle.',
    ],
    ['task move 2 under 77', 'Not moved: there is no task-77. `/track tasks` shows those there are.'],
    ['task reopen 2', 'It is so already: *task-2* Draft (open) · under task-1 · estimated at 1h'],
  ])('“%s” is echoed in full, and the same when the request comes again', async (command, echo) => {
    await guide();
    expect(await run.track(command)).toBe(echo);
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([echo]);
    if (!run.buttons().includes('Undo')) return;
    expect(await run.press('Undo')).toContain('Undone: ');
    expect(await run.track('redo')).toContain('Brought back: ');
  });

  it('by another member counts for all, and is theirs to take back', async () => {
    await guide();
    expect(await run.track('task rename 1 Ben was here', BEN)).toContain('Renamed: *task-1* Ben was here');
    expect(await run.track('task-1')).toContain('*task-1* Ben was here');
    expect(await run.track('undo', BEN)).toContain(
      'Undone: the new title.\n• now: *task-1* Write the guide (open)',
    );
    expect(await run.track('task-1')).toContain('*task-1* Write the guide');
  });

  it('is skipped by undo where somebody changed the same since', async () => {
    await guide();
    await run.track('task rename 1 First');
    await run.track('task rename 1 Second', BEN);
    expect(await run.track('undo')).toContain(
      'Not undone: somebody else has changed what the new title was about',
    );
    expect(await run.track('task-1')).toContain('*task-1* Second');
  });
});

describe('a task that is finished before its subtasks', () => {
  it('names those that are open, and finishes them too by one press, in one step of undo', async () => {
    await guide();
    await run.track('task new Review under task-1');
    await run.track('task done 4');
    expect(await run.track('task done 1')).toContain(
      '\n2 subtasks are still open: *task-2* Draft, *task-3* Proof.',
    );
    expect(run.buttons()).toEqual(['Undo', 'Finish all 2 too', 'Open task-1']);
    const finished = await run.press('Finish all 2 too');
    expect(finished).toContain(
      ':white_check_mark: Finished:\n• *task-2* Draft\n• *task-3* Proof\n\n*task-1*',
    );
    expect(await run.track('tasks')).toContain('No open tasks.');
    expect(await run.track('tasks', BEN)).toContain('No open tasks.');
    expect(await run.track('undo')).toContain('Undone: the finished tasks.\n• now: *task-2* Draft (open)');
    expect(await run.track('tasks')).toContain('*Open tasks: 2*');
  });

  it('finishes only what was named and still lies below it', async () => {
    await guide();
    await run.track('task done 1');
    const asked = run.lastMessage()?.ts ?? '';
    await run.track('task move 3 to top');
    await run.track('task new Later under task-1');
    await run.pressIn(asked, 'Finish all 2 too');
    expect(await run.track('tasks')).toContain(
      '*Open tasks: 2*\n• *task-3* Proof\n• *task-4* Later · in task-1',
    );
  });

  it('finishes nothing twice where the press comes again, nor where another was faster', async () => {
    await guide();
    await run.track('task done 2');
    const asked = run.lastMessage()?.ts ?? '';
    await run.track('task done 3', BEN);
    await run.pressIn(asked, 'Finish it too');
    expect(run.slack.snapshot(ANA).messages.find(({ ts }) => ts === asked)?.text).toContain(
      'None of them is open any more.',
    );
    expect(await run.track('undo')).toContain('Undone: the finished task.\n• now: *task-2* Draft (open)');
  });

  it('names some of many, which are too many to be finished at once', async () => {
    await putTasks(
      run.store,
      manyTasks(27).map((task) => (task.number === 1 ? task : { ...task, parent: 1 })),
      TEAM.id,
    );
    expect(await run.track('task done 1')).toContain('26 subtasks are still open: ');
    expect(run.lastText()).toMatch(/ and 23 more\.$/);
    expect(run.buttons()).toEqual(['Undo', 'Open task-1']);
  });

  it('is named where they stand without it', async () => {
    await guide();
    await run.track('task done 1');
    expect(await run.track('tasks')).toContain('• *task-2* Draft · in task-1 · 1h left of 1h');
  });
});

describe('a deletion', () => {
  it('is for leads too, whoever made it, and theirs to undo', async () => {
    await guide();
    await run.track('task-2', BEN);
    expect(run.buttons(BEN)).not.toContain('Delete');
    await run.track('team leads add @ben');
    await run.track('task-2', BEN);
    expect(await run.press('Delete', BEN)).toContain(':wastebasket: Deleted: *task-2* Draft');
    expect(await run.track('task-1')).not.toContain('task-2');
    expect(await run.track('undo', BEN)).toContain('Undone: the deletion of the task.');
    expect(await run.track('task-1')).toContain('*task-2* Draft');
    await run.track('task-2', BEN);
    await run.track('team leads remove @ben');
    expect(await run.press('Delete', BEN)).toContain('Not deleted: only who made task-2');
  });

  it('is for who made it; subtasks move up, entries stay and count for the one above', async () => {
    await guide();
    await run.track('30m task-2');
    await run.track('1h task-2', BEN);
    expect(await run.track('task delete 2', BEN)).toBe(
      'Not deleted: only who made task-2 may delete it, or a lead. Anybody may finish it: `/track task done task-2`.',
    );
    const echo = [
      ':wastebasket: Deleted: *task-2* Draft (open) · under task-1 · estimated at 1h',
      'Moved up: 1 subtask, now under task-1.',
      'Kept: 2 entries that name it, counted for task-1 from now on.',
    ].join('\n');
    expect(await run.track('task delete 2')).toBe(echo);
    expect(run.buttons()).toEqual(['Undo']);
    expect(await run.track('task-1')).toContain('You: *30m (own 0m)* · Everybody: *1h 30m (own 0m)*');
    expect(await run.track('task-3')).toContain('In *task-1* Write the guide\n');
    expect(await run.track('task rename 3 Proof', BEN)).toContain('under task-1');
    expect(await run.track('task move 3 to top')).toContain('Moved: *task-3* Proof (open)');
    expect(await run.track('undo')).toContain('Undone: the move of the task.');
    expect(await run.track('undo')).toContain('Undone: the deletion of the task.\n• back: *task-2* Draft');
    expect(await run.track('task-1')).toContain('*Subtasks: 1*\n• *task-2* Draft');
  });

  it('leaves no answer that names it as a parent, and no move to where its subtasks are already', async () => {
    await guide();
    await run.track('task delete 1');
    expect(await run.track('task move 2 to top')).toBe(
      'It is so already: *task-2* Draft (open) · estimated at 1h',
    );
    await run.track('undo');
    await run.track('task delete 2');
    expect(await run.track('task move 3 under 1')).toBe(
      'It is so already: *task-3* Proof (open) · under task-1',
    );
    await run.track('task done 3');
    expect(await run.track('undo')).toContain(
      'Undone: the finished task.\n• now: *task-3* Proof (open) · under task-1',
    );
    expect(await run.track('redo')).toContain('• now: *task-3* Proof (done) · under task-1');
    await run.track('undo');
    await run.track('undo');
    expect(await run.track('redo')).toContain(
      'Done again: the deletion of the task.\n• gone: *task-2* Draft (open) · under task-1',
    );
  });

  it('pressed on a page that is out of date shows how it stands now', async () => {
    await guide();
    await run.track('task-1');
    await run.track('task rename 1 Ben was here', BEN);
    expect(await run.press('Delete')).toContain(
      'Not deleted: it was changed meanwhile. Now it is *task-1* Ben was here',
    );
    expect(await run.press('Delete')).toContain(':wastebasket: Deleted: *task-1* Ben was here');
    expect(await run.press('Undo')).toContain('• back: *task-1* Ben was here');
  });

  it('of a request that comes again says what it said', async () => {
    await guide();
    await run.track('task delete 1');
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual(['That is done already. `/track tasks` shows how things stand.']);
  });
});

describe('the form of a task', () => {
  it('opens with what stands there, tells errors at their fields, and saves all in one change', async () => {
    await guide();
    await run.track('task-2');
    await run.press('Edit');
    expect(run.formText()).toContain('Edit task-2');
    expect(JSON.stringify(run.form()?.content)).toContain('"task-1 Write the guide"');
    expect(await run.submit({ title: ' ', estimate: '0h' })).toEqual({
      title: 'A task needs a title.',
      estimate: 'That is no time at all. Leave it empty for no estimate.',
    });
    expect(await run.submit({ title: 'Draft', parent: '3' })).toEqual({
      parent: expect.stringContaining('Not here: task-3 is the task itself or lies below it'),
    });
    expect(await run.submit({ title: 'Second draft', parent: '1', estimate: '90m', tags: '#docs' })).toEqual(
      {},
    );
    expect(run.lastText().split('\n')[0]).toBe(
      ':pencil2: Changed: *task-2* Second draft (open) · under task-1 · #docs · estimated at 1h 30m',
    );
    expect(run.lastText()).toContain('In *task-1* Write the guide\n*task-2* Second draft');
    expect(await run.press('Undo')).toContain('Undone: the edit of the task.\n• now: *task-2* Draft (open)');
  });

  it('is shown anew where the task was changed meanwhile, with what was typed in place', async () => {
    await guide();
    await run.track('task edit 2');
    await run.track('task rename 2 Ben was here', BEN);
    await run.submit({ title: 'Mine' });
    expect(run.formText()).toContain('This task was changed meanwhile. Now it is *task-2* Ben was here');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"Mine"');
    expect(await run.submit({})).toEqual({});
    expect(await run.track('task-2')).toContain('*task-2* Mine');
  });

  it('sent twice is one change, and keeps what was typed where the task is gone', async () => {
    await guide();
    await run.track('task edit 2');
    const view = run.form();
    await run.submit({ title: 'Once' });
    await run.resubmit(view, { title: 'Once' });
    expect(await run.track('undo')).toContain('Undone: the edit of the task.');
    expect(await run.track('undo')).toContain('Undone: the new task.');
    await run.track('redo');
    await run.track('task edit 2');
    await run.track('task delete 2');
    expect(await run.submit({ title: 'Kept' })).toEqual({
      title: 'This task is not there any more, so nothing was saved.',
    });
  });

  it('keeps a note beside, which is the member’s alone and a step of its own', async () => {
    await guide();
    await run.track('task edit 2');
    const view = run.form();
    const filled = { title: 'Draft', parent: '1', estimate: '2h', note: 'Ask <Kim> first' };
    await run.submit(filled);
    expect(run.lastText()).toContain(
      ':memo: Noted: “Ask &lt;Kim&gt; first”. `/track undo` takes it back first.',
    );
    expect(run.lastText()).toContain('*Your notes*\n> Wed 16 Sep: Ask &lt;Kim&gt; first');
    await run.resubmit(view, filled);
    expect(await run.track('task-2')).toContain('*Your notes*\n> Wed 16 Sep: Ask &lt;Kim&gt; first');
    expect((await run.track('task-2')).match(/Ask/g)).toHaveLength(1);
    expect(await run.track('task-2', BEN)).not.toContain('Kim');
    expect(await run.track('undo')).toContain('Undone: the note.');
    expect(await run.track('undo')).toContain('Undone: the edit of the task.');
    await run.track('task new');
    await run.submit({ title: 'Noted', note: 'From the start' });
    expect(run.lastText()).toContain('Created *task-4* Noted\n:memo: Noted: “From the start”.');
  });

  it('that only moves asks for nothing else', async () => {
    await guide();
    await run.track('task-3');
    await run.press('Move');
    expect(run.formText()).toContain('Move task-3');
    expect(await run.submit({ parent: '1' })).toEqual({});
    expect(run.lastText()).toContain(':pencil2: Moved: *task-3* Proof (open) · under task-1');
    expect(await run.track('task-3')).toContain('In *task-1* Write the guide\n');
  });

  it('for a task that an entry names gives it all at once', async () => {
    await guide();
    await run.track('45m task-12');
    await run.press('Create task-12');
    expect(await run.submit({ title: 'Twelve', parent: '1', estimate: '2h', tags: '#docs' })).toEqual({});
    expect(run.lastText()).toContain('Created *task-12* Twelve · under task-1 · #docs · estimated at 2h');
    expect(await run.track('task-12')).toContain('You: *45m* · Everybody: *45m*');
  });
});

describe('an entry on a task that was deleted', () => {
  it('says so and for which task it counts, and moves by a press', async () => {
    await guide();
    await run.track('task delete 2');
    expect(await run.track('45m task-2')).toContain(
      'task-2 was deleted. Your entry is kept, and counts for task-1.',
    );
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note', 'Choose a task', 'Create another task']);
    await run.press('Create another task');
    expect(run.formText()).toContain('The next free one is *task-4*, and your entry moves to it.');
    expect(await run.submit({ title: 'Draft again' })).toEqual({});
    expect(run.lastText()).toContain('Created *task-4* Draft again');
    expect(await run.track('task-4')).toContain('You: *45m*');
  });

  it('at the top counts for none, and a note on it is kept as well', async () => {
    await run.track('task new Gone');
    await run.track('task delete 1');
    expect(await run.track('45m task-1')).toContain('task-1 was deleted. Your entry is kept either way.');
    expect(await run.track('note task-1 call Kim')).toContain(
      'task-1 was deleted. Your note is kept either way.',
    );
  });
});

describe('a press on a task', () => {
  it.each(['Done', 'Delete', 'Edit', 'Move', 'Log on it'])(
    'on %s that comes after the task is gone does nothing and gives nothing away',
    async (label) => {
      await guide();
      await run.track('task-2');
      const page = run.lastMessage()?.ts ?? '';
      await run.track('task delete 2');
      await run.pressIn(page, label);
      const { text } = run.slack.snapshot(ANA).messages.find(({ ts }) => ts === page) ?? {};
      expect(text).toContain('task-2 was deleted');
      expect(run.form()).toBeUndefined();
      expect(await run.track('undo')).toContain('Undone: the deletion of the task.');
    },
  );

  it('counts once, however old the page is on which it is made', async () => {
    await guide();
    await run.track('task-1');
    const old = run.lastMessage()?.ts ?? '';
    await run.track('task done 1', BEN);
    await run.pressIn(old, 'Done');
    expect(run.slack.snapshot(ANA).messages.find(({ ts }) => ts === old)?.text).toContain(
      'It is so already: *task-1* Write the guide (done)',
    );
    expect(await run.track('undo')).toContain('Undone: the new task.');
  });
});

describe('what a command about tasks costs', () => {
  it.each([
    // The home read, the directory's row, the task's own; then the change.
    ['task done 1', [6, 6, 4]],
    ['task rename 1 Novel', [4, 6, 2.5]],
    ['task estimate 1 8h', [4, 6, 2.5]],
    ['task tag 1 #novel', [4, 5, 2.5]],
    ['task delete 1', [7, 6, 4.5]],
    // The tree has to be known, for its depth, and the way up.
    ['task move 3 to top', [6, 6, 4]],
    ['task-1', [9, 0, 6.5]],
    ['tasks', [4, 0, 3.5]],
    ['task new Fourth', [3, 7, 1]],
  ] as const)('“%s” keeps its budget', async (command, budget) => {
    await guide();
    run.clock.now += 60_000;
    const before = { ...run.tally };
    await run.track(command);
    const { requests, write, read } = run.tally;
    expect([requests - before.requests, write - before.write, read - before.read]).toEqual(budget);
  });
});

describe('a press about a task below another', () => {
  it('reads the tree of tasks once for the words, and once for the page as it is then', async () => {
    await guide();
    const cost = async (act: () => Promise<unknown>) => {
      run.clock.now += 60_000;
      const { requests } = run.tally;
      await act();
      return run.tally.requests - requests;
    };
    // The home read, two for the task, two for the tree; then what is done, and the page with its own tree.
    expect(await cost(() => run.track('task rename 2 Draft one'))).toBe(6);
    expect(await cost(() => run.track('task move 3 under 1'))).toBe(7);
    expect(await cost(() => run.track('undo'))).toBe(11);
    await run.track('task-2');
    expect(await cost(() => run.press('Edit'))).toBe(5);
    expect(await cost(() => run.submit({ title: 'Draft two' }))).toBe(10);
    await run.track('task-3');
    expect(await cost(() => run.press('Done'))).toBe(10);
  });
});

describe('the person who asks', () => {
  it('sees a task at once that another made or changed', async () => {
    await run.track('tasks');
    await run.track('task new Made by Ben', BEN);
    expect(await run.track('tasks', ANA)).toContain('Made by Ben');
    await run.track('undo', BEN);
    expect(await run.track('tasks', ANA)).toContain('No open tasks.');
    await run.track('redo', BEN);
    expect(await run.track('tasks', ANA)).toContain('Made by Ben');
  });
});
