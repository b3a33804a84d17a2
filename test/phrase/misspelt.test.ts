import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, WEDNESDAY } from './support.ts';

describe('a word that is all but a day, a month or a unit', () => {
  it.each([
    ['2h yestarday', ['Yesterday, 2h', 'Today, 2h: yestarday']],
    ['fixed bugs yesteday 2h', ['Yesterday, 2h: fixed bugs', 'Today, 2h: fixed bugs yesteday']],
    ['2h Yesetrday #x', ['Yesterday, 2h', 'Today, 2h: Yesetrday']],
    ['2h yesterdya', ['Yesterday, 2h', 'Today, 2h: yesterdya']],
    ['docs on mondya 2h', ['Mon 2026-09-14, 2h: docs', 'Today, 2h: docs on mondya']],
    ['2h mondey', ['Mon 2026-09-14, 2h', 'Today, 2h: mondey']],
    ['2h on firday with kim', ['Fri 2026-09-11, 2h: with kim', 'Today, 2h: on firday with kim']],
    ['1h tomorow', ['Today, 1h: tomorow']],
    ['2h thrusday', ['Thu 2026-09-10, 2h', 'Today, 2h: thrusday']],
    ['2h wensday', ['Today, 2h', 'Wed 2026-09-09, 2h', 'Today, 2h: wensday']],
    ['1h septmber 5', ['Sat 2026-09-05, 1h', 'Today, 1h: septmber 5']],
    ['1h 5th of agust', ['Wed 2026-08-05, 1h', 'Today, 1h: 5th of agust']],
    ['1h 5 mintues', ['Today, 1h 5m', 'Today, 1h: 5 mintues']],
    ['45 minuts #x', ['Today, 45m']],
    ['2 huors', ['Today, 2h']],
    ['9-11 yesteday', ['Yesterday 09:00-11:00', 'Today 09:00-11:00']],
  ])('is asked about: %j', (text, labels) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading.kind === 'ask' && reading.choices.map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    'frida',
    'sundry items',
    'sundae with friends',
    'mondays',
    'tuesdays',
    'minuet in g',
    'decembrist reading',
    'foo.mondey',
    '@wensday',
    'yestarday-branch',
    'septmber plans',
    'mintues',
    'hordes',
  ])('leaves the note %j alone', (note) => {
    expect(briefly(`30m ${note}`)).toBe('log 1800 2026-09-16');
    expect(readLine(`30m ${note}`, WEDNESDAY)).toMatchObject({ content: { note } });
  });

  it('is note text in quotes', () => {
    expect(readLine('2h "yestarday"', WEDNESDAY)).toMatchObject({ content: { note: 'yestarday' } });
  });
});
