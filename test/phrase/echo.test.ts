import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/phrase/echo.ts';
import { readLine } from '../../src/phrase/read-line.ts';
import { contexts, lines } from './fragments.ts';
import { WEDNESDAY } from './support.ts';

function echo(text: string): string | undefined {
  const reading = readLine(text, WEDNESDAY);
  return reading.kind === 'log' ? lineOf(reading.content, WEDNESDAY) : undefined;
}

describe('the canonical line of an entry', () => {
  it.each([
    ['#writing 45 minutes task-12', '45m #writing task-12'],
    ['1.5h', '1h 30m'],
    ['yesterday half an hour on slides', '30m 2026-09-15 on slides'],
    ['9:30-11 standup', '09:30-11:00 standup'],
    ['10pm-1am #deploy', '22:00-01:00 2026-09-15 #deploy'],
    ['since yesterday 10pm', '19h 5m starting at 22:00 2026-09-15'],
    ['ran 5 km #running', '5 km #running ran'],
    ['1h "2h later"', '1h "2h later"'],
    ['1h read "Dune"', '1h read "Dune"'],
    ['1h 1:1 with kim', '1h 1:1 with kim'],
    ['45m ending at noon', '11:15-12:00'],
    ['1,500 words 40m', '40m 1,500 words'],
  ])('of %j is %j', (text, line) => {
    expect(echo(text)).toBe(line);
  });

  it('reads as the same entry again, whatever line made it', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(lines, contexts, (text, context) => {
        const reading = readLine(text, context);
        const contents =
          reading.kind === 'log'
            ? [reading.content, ...reading.alternatives.map(({ content }) => content)]
            : reading.kind === 'ask'
              ? reading.choices.flatMap((choice) =>
                  choice.reading.kind === 'log' ? [choice.reading.content] : [],
                )
              : [];
        for (const content of contents) {
          const line = lineOf(content, context);
          expect([line, readLine(line, context)]).toMatchObject([line, { kind: 'log', content }]);
        }
      }),
      { seed: 20_260_916, numRuns: 4000, interruptAfterTimeLimit: 8000 },
    );
  });
});
