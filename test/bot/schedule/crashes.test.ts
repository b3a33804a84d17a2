import { describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { errandJob } from '../../../src/bot/jobs/errand-job.ts';
import { runJob } from '../../../src/bot/jobs/run-job.ts';
import type { MemberErrand } from '../../../src/schedule.ts';
import { readDue } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { nextUpkeep } from '../../../src/upkeep.ts';
import { ANA, type BotRun, NOW, runBot } from '../../support/bot-run.ts';
import { anotherStore } from '../../support/engine.ts';
import { interruptAt } from '../../support/interrupt.ts';
import { at, MINUTE, runAt } from '../../support/run-at.ts';

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const MOST_WRITES = 12;

/** Each errand: when it is due, and the first words of what it sends. */
const ERRANDS = [
  ['digest', at('2026-09-21T07:00:00Z'), ':calendar: Your week'],
  ['reminder', at('2026-09-17T15:30:00Z'), ':wave:'],
  ['still working', at('2026-09-17T06:00:00Z'), ':crescent_moon:'],
  ['upkeep', nextUpkeep(MEMBER, NOW), 'nothing'],
] as const satisfies readonly (readonly [MemberErrand, number, string])[];

async function prepared(errand: MemberErrand): Promise<BotRun> {
  const run = await runBot();
  if (errand === 'digest') await run.track('2h #writing');
  if (errand === 'still working') await run.track('start #writing');
  const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
  if (prefs === undefined) throw new Error('Ana is no member');
  const { version: _, ...settings } = prefs;
  if (errand === 'reminder')
    await writePrefs(run.store, MEMBER, prefs, { ...settings, dailyTarget: 28_800, reminderTime: '17:30' });
  if (errand === 'upkeep') await writePrefs(run.store, MEMBER, prefs, { ...settings, zone: 'Asia/Tokyo' });
  return run;
}

describe.each(ERRANDS)('a worker that ends at any write of the errand %s', (errand, bucket, words) => {
  it.each(['before', 'after'] as const)(
    '%s the table did it: nothing is doubled, and little lost',
    async (when) => {
      const ends: string[] = [];
      for (let write = 0; write < MOST_WRITES; write += 1) {
        const run = await prepared(errand);
        const key = { bucket, errand, member: MEMBER };
        run.clock.now = bucket;
        const store = await anotherStore(run.store, { now: () => run.clock.now });
        const broken = interruptAt(store.client, write, when);
        await runJob({ ...run.worker, store }, errandJob(key, bucket));
        // Whoever comes later, again and again, once the lease is over.
        for (let later = 1; later <= 3; later += 1) await runAt(run, bucket + later * 2 * MINUTE);
        const state = (await readDue(run.store, key))?.state ?? 'gone';
        const sent = run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(words)).length;
        const { prefs, lost } = await readHome(run.store, MEMBER, '2026-09-16');
        await run.stop();
        if (!broken.reached) break;
        expect(sent).toBeLessThanOrEqual(1);
        if (errand === 'upkeep') expect(prefs?.zone).toBe('Europe/Madrid');
        else if (sent === 0) expect(state).toBe('lost');
        if (state === 'lost' && errand !== 'still working') expect(lost).toHaveLength(1);
        ends.push(`${state} ${sent}`);
      }
      // Only between `sending` and `sent` a message may be lost, or its coming not be known of.
      expect(ends.filter((end) => end.startsWith('lost')).length).toBe(errand === 'upkeep' ? 0 : 1);
      expect(ends.length).toBeGreaterThanOrEqual(errand === 'upkeep' ? 3 : 4);
    },
  );
});
