import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../playground/slack/form-values.ts';
import { TEAM } from '../../playground/slack/workspace.ts';
import { readHome } from '../../src/store/home.ts';
import { tagKind } from '../../src/store/kinds/tag.ts';
import { commit } from '../../src/store/layer/commit.ts';
import { put } from '../../src/store/layer/write.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';
import { content } from '../support/samples.ts';
import { labelOf } from '../support/shown-blocks.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const DAY_MS = 86_400_000;

describe('tag rename', () => {
  it('names all that was logged before anew, is undone and brought back', async () => {
    await run.track('45m #writing');
    expect(await run.track('tag rename writing prose')).toBe(
      ':label: Renamed *#writing* to *#prose*. All that was logged with it is called so from now on; type either.',
    );
    expect(run.buttons()).toEqual(['Undo', 'All tags']);
    expect(await run.track('today')).toContain('• *45m* · #prose');
    expect(await run.track('list')).toContain('*45m* · #prose');
    expect(await run.track('undo')).toContain(
      'Undone: the tag’s new name.\n• now: #writing is called so again',
    );
    expect(await run.track('today')).toContain('• *45m* · #writing');
    expect(await run.track('redo')).toContain('• now: #writing is called #prose');
    expect(await run.track('today')).toContain('• *45m* · #prose');
  });

  it('takes the old name for the new one from then on, in logs, filters, timers and forms', async () => {
    await run.track('45m #writing');
    await run.track('tag rename writing prose');
    expect(await run.track('30m #writing #prose')).toContain('*30m* · today, Wed 16 Sep\n#prose\n');
    expect(await run.track('report today #writing')).toContain('1h 15m');
    expect(await run.track('start #writing')).toContain('· #prose');
    await run.track('stop');
    await run.track('list');
    await run.press('Edit');
    expect(await run.submit({ tags: '#writing #deep' })).toEqual({});
    expect(run.lastText()).toContain('#prose · #deep');
  });

  it('goes back as one clean state, however often', async () => {
    await run.track('45m #writing');
    for (let index = 0; index < 3; index += 1) {
      await run.track('tag rename writing prose');
      expect(await run.track('today')).toContain('#prose');
      await run.track('tag rename prose writing');
      expect(await run.track('today')).toContain('· #writing');
    }
    for (let index = 0; index < 6; index += 1) expect(await run.track('undo')).toContain('Undone');
    expect(await run.track('today')).toContain('· #writing');
  });

  it('onto a name that is taken says so and offers to merge', async () => {
    await run.track('45m #writing');
    await run.track('30m #prose');
    expect(await run.track('tag rename writing prose')).toBe(
      'There is a tag #prose already, so #writing was not renamed. Merging puts all of #writing under #prose.',
    );
    const message = run.lastMessage()?.ts ?? '';
    expect(await run.press('Merge into #prose')).toContain('Merged *#writing* into *#prose*.');
    expect(await run.track('today')).toContain('• *45m* · #prose\n• *30m* · #prose');
    await run.pressIn(message, 'Undo');
    expect(await run.track('today')).toContain('• *45m* · #writing\n• *30m* · #prose');
  });

  it('is answered the same when it comes again', async () => {
    await run.track('45m #writing');
    await run.track('tag rename writing prose');
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([run.lastText()]);
  });

  it.each([
    ['tag rename writting prose', 'You have no tag #writting. Did you mean #writing? Try `/track tags`.'],
    ['tag rename writing writing', '#writing is called so already, so there is nothing to do.'],
    ['tag merge writing nothing', 'You have no tag #nothing. Try `/track tags`.'],
    ['tag merge draft writting', 'You have no tag #writting. Did you mean #writing? Try `/track tags`.'],
    ['tag rename old prose', '#old is called #new now. Try `/track tag rename new prose`.'],
    [
      'tag rename writing old',
      '#old is an old name of #new, so #writing was not renamed. Merging puts all of #writing under #new.',
    ],
    ['tag archive nothing', 'You have no tag #nothing. Try `/track tags`.'],
    ['tag unarchive writing', '#writing is in use already.'],
  ])('“%s” says what stands in the way and does nothing', async (line, answer) => {
    await run.track('45m #writing #draft #old');
    await run.track('tag rename old new');
    const before = run.tally.write;
    expect(await run.track(line)).toBe(answer);
    expect(run.tally.write).toBe(before);
  });

  it('costs one read and one write of five units', async () => {
    await run.track('45m #writing');
    const before = { ...run.tally };
    await run.track('tag rename writing prose');
    expect([run.tally.requests - before.requests, run.tally.write - before.write]).toEqual([2, 5]);
  });
});

describe('a tag used for the first time', () => {
  it('is known from then on: a plain log is one read and one write', async () => {
    const cost = async (line: string) => {
      const before = { ...run.tally };
      await run.track(line);
      return [run.tally.requests - before.requests, run.tally.write - before.write];
    };
    expect(await cost('45m #writing')).toEqual([3, 3]);
    expect(await cost('45m #writing')).toEqual([2, 2]);
    expect(await cost('45m')).toEqual([2, 2]);
    expect(await cost('45m #writing #deep')).toEqual([3, 3]);
  });

  it('that is nearly one in use is kept as typed, named, and put right by a press', async () => {
    await run.track('1h #writing');
    expect(await run.track('45m #writting #deep')).toBe(
      [
        ':white_check_mark: Logged *45m* · today, Wed 16 Sep',
        '#writting · #deep',
        'Today: *1h 45m*',
        '#writting is new. Did you mean #writing?',
      ].join('\n'),
    );
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([run.lastText()]);
    const message = run.lastMessage()?.ts ?? '';
    expect(await run.press('Use #writing')).toContain('Changed: *45m* · today, Wed 16 Sep\n#writing · #deep');
    await run.pressIn(message, 'Undo');
    expect(await run.track('today')).toContain('#writting · #deep');
  });

  it('that was put right is asked about again; one that is used again is not', async () => {
    await run.track('1h #writing');
    await run.track('45m #writting');
    await run.press('Use #writing');
    expect(await run.track('45m #writting')).toContain('Did you mean #writing?');
    expect(await run.track('45m #writting')).not.toContain('Did you mean');
    expect(await run.track('tags')).toContain('*#writting* 1h 30m · 2 entries');
  });

  it('is asked about at the stop of a timer, and in a form', async () => {
    await run.track('1h #writing');
    await run.track('start #writting');
    run.clock.now += 60_000;
    expect(await run.track('stop')).toContain('#writting is new. Did you mean #writing?');
    await run.press('Use #writing');
    await run.press('Edit');
    await run.submit({ tags: '#wriing' });
    expect(run.lastText()).toContain('#wriing is new. Did you mean #writing?');
  });

  it('is neither suggested nor listed once all that carried it is taken back', async () => {
    await run.track('45m #writting');
    await run.press('Undo');
    expect(await run.track('45m #writing')).not.toContain('Did you mean');
    expect(await run.track('tags')).toBe(
      '*Tags, used from Fri 19 Jun to Wed 16 Sep: 1*\n*#writing* 45m · 1 entry',
    );
    expect(await run.track('tag rename wriing prose')).toContain('Did you mean #writing?');
    await run.track('30m #draaft');
    await run.press('Edit');
    await run.submit({ tags: '#draft' });
    expect(run.lastText()).not.toContain('Did you mean');
    await run.track('30m #reeding');
    await run.track('delete');
    expect(await run.track('30m #reading')).not.toContain('Did you mean');
    expect(await run.track('tags last week')).toBe(
      [
        '*Tags, used from Mon 7 Sep to Sun 13 Sep: 0*, and 3 not used then',
        '*#draft* not used in this time',
        '*#reading* not used in this time',
        '*#writing* not used in this time',
      ].join('\n'),
    );
    run.clock.now += 30 * DAY_MS;
    expect(await run.track('tags')).not.toContain('#writting');
  });

  it('is suggested again once it is brought back, and stays listed when it was archived and is so no more', async () => {
    await run.track('45m #writing');
    await run.track('undo');
    await run.track('redo');
    expect(await run.track('45m #writting')).toContain('Did you mean #writing?');
    run.clock.now += 100 * DAY_MS;
    await run.track('tag archive writing');
    await run.track('tag unarchive writing');
    expect(await run.press('All tags')).toContain('*#writing* not used in this time');
  });

  it('is not suggested once it is archived', async () => {
    await run.track('1h #writing');
    await run.track('tag archive writing');
    expect(await run.track('45m #writting')).not.toContain('Did you mean');
  });

  it('is put right for nobody else, and not where the entry changed since', async () => {
    await run.track('1h #writing');
    await run.track('45m #writting');
    const message = run.lastMessage()?.ts ?? '';
    await run.track('list');
    await run.press('Edit');
    await run.submit({ time: '50m' });
    await run.pressIn(message, 'Use #writing');
    expect(run.slack.snapshot(ANA).messages.find(({ ts }) => ts === message)?.text).toContain(
      'Not changed, somebody was faster: *50m*',
    );
  });

  it('is not missed where the note of it is lost: it is made at the next use, and the tag can be renamed', async () => {
    await logEntries(run.store, { workspaceId: TEAM.id, memberId: ANA.id }, 'lost', [
      content({ tags: ['lost'] }),
    ]);
    expect(
      (await readHome(run.store, { workspaceId: TEAM.id, memberId: ANA.id }, '2026-09-16')).tags,
    ).toEqual([]);
    run.clock.now += 10 * DAY_MS;
    expect(await run.track('tag rename lost found')).toContain('Renamed *#lost* to *#found*');
    expect(await run.track('tags')).toContain('*#found* 45m · 1 entry');
  });
});

describe('tags', () => {
  it('of one day are told of that day', async () => {
    await run.track('45m #writing');
    expect(await run.track('tags today')).toContain('*Tags, used on Wed 16 Sep: 1*');
  });

  it('lists what each holds, the most used first, archived ones apart', async () => {
    await run.track('45m #writing');
    await run.track('1h #writing #client');
    await run.track('12 pages #reading');
    await run.track('tag archive reading');
    expect(await run.track('tags')).toBe(
      [
        '*Tags, used from Fri 19 Jun to Wed 16 Sep: 2*, and 1 archived',
        '*#writing* 1h 45m · 2 entries',
        '*#client* 1h · 1 entry',
        '*#reading* 12 pages · 1 entry (archived)',
        'An entry with several tags counts in each.',
      ].join('\n'),
    );
    expect(await run.track('tags yesterday')).toContain('*#writing* not used in this time');
    expect(await run.track('tag unarchive reading')).toBe(':label: *#reading* is in use again.');
    expect(await run.press('All tags')).toContain('*#reading* 12 pages · 1 entry\n');
  });

  it('are renamed, merged and archived from their menus', async () => {
    await run.track('45m #writing');
    await run.track('30m #draft');
    await run.track('tags');
    await run.choose('Rename', { beside: '#writing' });
    expect(await run.submit({ tag: 'two words' })).toEqual({
      tag: 'One word of at most 50 letters, digits, - and _, with a letter in it.',
    });
    expect(await run.submit({ tag: '#draft' })).toEqual({
      tag: 'There is a tag #draft already, so #writing was not renamed. Merging puts all of #writing under #draft.',
    });
    expect(await run.submit({ tag: '#Prose' })).toEqual({});
    expect(run.lastText()).toContain('Renamed *#writing* to *#prose*');
    await run.press('All tags');
    await run.choose('Merge into another', { beside: '#draft' });
    expect(await run.submit({ tag: 'pros' })).toEqual({ tag: 'You have no tag #pros. Did you mean #prose?' });
    expect(await run.submit({ tag: 'writing' })).toEqual({});
    expect(run.lastText()).toContain('Merged *#draft* into *#prose*');
    await run.press('All tags');
    expect(await run.choose('Archive', { beside: '#prose' })).toContain('Archived *#prose*.');
    await run.press('All tags');
    expect(await run.choose('Bring back', { beside: '#prose' })).toContain('*#prose* is in use again.');
  });

  it('says in its form what another device did meanwhile', async () => {
    await run.track('45m #writing');
    await run.track('tags');
    await run.choose('Rename', { beside: '#writing' });
    await run.track('tag rename writing prose');
    expect(await run.submit({ tag: 'essay' })).toEqual({ tag: '#writing is called #prose now.' });
  });

  it('pages through a thousand', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `tag-${index}`);
    for (let at = 0; at < names.length; at += 100) {
      const rows = names
        .slice(at, at + 100)
        .map((name) => ({ team: TEAM.id, user: ANA.id, tag: name, v: 1 }));
      await commit(
        run.store,
        rows.map((row) => put(tagKind, row)),
      );
    }
    expect(await run.track('tags')).toContain(': 0*, and 1000 not used then');
    expect(run.lastText()).toContain('… and 980 more');
    const next = await run.press('More (980)');
    expect(next).toContain('… and 960 more');
  });

  it('are nobody else’s', async () => {
    await run.track('45m #writing');
    await run.track('tag rename writing prose');
    expect(await run.track('45m #writing', BEN)).toContain('#writing');
    expect(await run.track('tags', BEN)).toContain('*#writing* 45m · 1 entry');
  });

  it('of long ago are found by a period', async () => {
    await run.track('45m #writing');
    run.clock.now += 200 * DAY_MS;
    expect(await run.track('tags')).toContain('*#writing* not used in this time');
    expect(await run.track('tags 2026')).toContain('*#writing* 45m · 1 entry');
  });
});

describe('a button about tags', () => {
  it('pressed twice does its work once, and says how things stand', async () => {
    await run.track('45m #writing');
    await run.track('30m #prose');
    await run.track('tag rename writing prose');
    const value = pressedValue('Merge into #prose');
    await forgePress(run, ANA, { action_id: 'merge-tags', value });
    expect(await forge({ action_id: 'merge-tags', value })).toContain('Merged *#writing* into *#prose*');
    const chosen = { action_id: 'tag-errand', selected_option: { value: '{"e":"a","t":"prose"}' } };
    expect(await forge(chosen)).toContain('Archived *#prose*');
    expect(await forge(chosen)).toMatch(/Archived|archived already/);
    expect(await run.track('undo')).toContain('Undone: the archived tag.');
    expect(await run.track('undo')).toContain('Undone: the merged tag.');
    expect(await forge({ action_id: 'merge-tags', value })).toContain('Merged *#writing* into *#prose*');
  });

  it('archives anew what was brought back, by buttons alone', async () => {
    await run.track('45m #writing');
    await run.track('tags');
    for (const [option, done] of [
      ['Archive', 'Archived *#writing*'],
      ['Bring back', 'in use again'],
      ['Archive', 'Archived *#writing*'],
    ] as const) {
      expect(await run.choose(option)).toContain(done);
      await run.press('All tags');
    }
    expect(run.lastText()).toContain('0*, and 1 archived');
  });

  it.each([
    ['merge-tags', ''],
    ['merge-tags', '{"e":"m","t":"Writing","o":"prose"}'],
    ['merge-tags', '{"e":"r","t":"writing","o":"prose"}'],
    ['tag-errand', '{"e":"x","t":"writing"}'],
    ['tag-errand', '{"e":"a","t":"a#b"}'],
    ['tag-errand', `{"e":"a","t":"${'x'.repeat(200)}"}`],
    ['more-tags', '{"s":"2026-13-01","u":"2026-01-01","n":0}'],
    ['use-near-tag-0', '{"e":"{}","f":"writing","t":"prose"}'],
    ['older-notes', '{"w":"x","t":[],"s":"2026-09-16","u":"2026-01-01","o":true,"n":0}'],
    ['show-note', '{"d":"2026-09-16","i":"gone","v":1}'],
    ['show-entry-note', 'x'],
    ['edit-note', '{"d":"no day","i":"a","v":1}'],
    ['delete-note', '{"d":"2026-09-16","i":"../../x","v":1}'],
  ])('with the forged value %s %s is answered in words and changes nothing', async (action_id, value) => {
    await run.track('45m #writing');
    const before = run.tally.write;
    expect(await forge({ action_id, value })).toMatch(/Tags, used|Notes|No notes|isn’t here any more/);
    expect(run.tally.write).toBe(before);
  });

  it('of somebody else finds nothing, and does not tell whether there is anything', async () => {
    await run.track('note a secret');
    const value = pressedValue('Delete');
    for (const action_id of ['show-note', 'edit-note', 'delete-note']) {
      await forgePress(run, BEN, { action_id, value });
      expect(run.lastText(BEN)).toContain('That note isn’t here any more.');
    }
    expect(await run.track('notes')).toContain('a secret');
  });
});

/** Sends a press with any value, as a forged client could; gives back what the member then sees last. */
async function forge(action: Readonly<Record<string, unknown>>): Promise<string> {
  await forgePress(run, ANA, action);
  return run.lastText();
}

/** The value of the newest button with this label. */
function pressedValue(label: string): string {
  const blocks = run.lastMessage()?.blocks ?? [];
  const placed = elementsOf(blocks).find(({ element }) => labelOf(element) === label);
  return `${placed?.element['value']}`;
}
