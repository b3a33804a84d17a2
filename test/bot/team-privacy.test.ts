import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PEOPLE, type Person } from '../../playground/slack/workspace.ts';
import { runDue } from '../../src/bot/schedule/run-due.ts';
import { instantFromIso } from '../../src/time.ts';
import { runBot } from '../support/bot-run.ts';

/** Monday 2026-09-21, 9:00 in Madrid, on which the week before is told. */
const MORNING = instantFromIso('2026-09-21T07:00:00Z') ?? Number.NaN;

/** A word that only this person's notes hold. */
const secretOf = ({ name }: Person) => `secretof${name}`;

const team = fc.record({
  logging: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1 }),
  allowing: fc.uniqueArray(fc.constantFrom(...PEOPLE)),
  leads: fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 2 }),
  named: fc.boolean(),
});

it('tells nobody another member’s note, names in a channel nobody who did not allow it, and shows a report to leads alone', async () => {
  await fc.assert(
    fc.asyncProperty(team, async ({ logging, allowing, leads, named }) => {
      const run = await runBot();
      try {
        const [admin] = PEOPLE;
        if (admin === undefined) throw new Error('nobody is there');
        for (const person of logging) await run.track(`2h #writing ${secretOf(person)}`, person);
        for (const person of allowing) await run.track('team show me', person);
        if (leads.length > 0)
          await run.track(`team leads add ${leads.map(({ name }) => `@${name}`).join(' ')}`);
        if (named) await run.track('team members show');
        await run.track('team digest on in #general monday 9:00');
        for (const person of PEOPLE)
          for (const line of [
            'team report by member',
            'team report #writing',
            'report by member',
            'team digest now',
          ])
            await run.track(line, person);
        run.clock.now = MORNING;
        await runDue(run.worker);

        for (const person of PEOPLE) {
          const { messages } = run.slack.snapshot(person);
          const others = PEOPLE.filter(({ id }) => id !== person.id);
          const read = JSON.stringify(messages);
          for (const other of others) expect(read).not.toContain(secretOf(other));
          const isLead = leads.some(({ id }) => id === person.id);
          const reports = messages.filter(({ text }) => text.startsWith(':busts_in_silhouette:'));
          expect(reports.length > 0).toBe(isLead);
          const inChannel = messages.filter(
            ({ onlyFor, text }) => onlyFor === undefined && /team’s week|week in detail/.test(text),
          );
          const [one, ...more] = logging;
          const isTold = more.length > 0 || (named && allowing.some(({ id }) => id === one?.id));
          expect(inChannel).toHaveLength(isTold ? 2 : 0);
          const told = JSON.stringify(inChannel);
          for (const { id, name, realName } of PEOPLE) {
            const mayBe = named && allowing.some((each) => each.id === id);
            for (const word of [id, realName]) expect(told).not.toContain(word);
            if (!mayBe) expect(told).not.toMatch(new RegExp(`\\b${name}\\b`));
          }
        }
      } finally {
        await run.stop();
      }
    }),
    { seed: 22, numRuns: 12 },
  );
}, 120_000);
