import { describe, expect, it } from 'vitest';
import {
  readClockField,
  readEstimateField,
  readLengthField,
  readMeasuresField,
  readTagsField,
  readTaskField,
} from '../../src/phrase/read-fields.ts';
import { WEDNESDAY } from './support.ts';

describe('a form’s fields', () => {
  it.each([
    ['1h30', 5400],
    ['90 min', 5400],
    [' 45m ', 2700],
    ['half an hour', 1800],
    ['1,5h', 5400],
    ['1:20h', 4800],
    ['1½ h', 5400],
    ['24h', 86_400],
  ])('reads the length %j', (text, value) => {
    expect(readLengthField(text)).toEqual({ kind: 'value', value });
  });

  it.each(['', '45', '1h foo', '1h 2h', '0m', '25h', '-1h', '1h75', '9-11', 'foo'])(
    'refuses the length %j in words',
    (text) => {
      expect(readLengthField(text)).toEqual({ kind: 'error', message: expect.stringMatching(/\.$/) });
    },
  );

  it.each([
    ['4h', 14_400],
    ['~90m', 5400],
    ['120h', 432_000],
  ])('reads the estimate %j', (text, value) => {
    expect(readEstimateField(text)).toEqual({ kind: 'value', value });
  });

  it.each(['', 'a while', '0h', '4h 5h', '4h of work', '200000h'])(
    'refuses the estimate %j in words',
    (text) => {
      expect(readEstimateField(text)).toEqual({ kind: 'error', message: expect.stringMatching(/\.$/) });
    },
  );

  it.each([
    ['9:30', [34_200, 77_400]],
    ['2pm', [50_400]],
    ['14:00', [50_400]],
    ['noon', [43_200]],
    ['09:30', [34_200]],
    ['9', [32_400, 75_600]],
    ['1430', [52_200]],
    ['half past nine', [34_200, 77_400]],
  ])('reads the clock time %j', (text, starts) => {
    expect(readClockField(text)).toMatchObject({ kind: 'value', value: { starts } });
  });

  it.each(['', '25:00', '9:75', '13pm', 'foo', '9-11', '9:30 foo', 'now'])(
    'refuses the clock time %j',
    (text) => {
      expect(readClockField(text)).toMatchObject({ kind: 'error' });
    },
  );

  it('reads tags, measures and a task', () => {
    expect(readTagsField('#a b, C; #d-e #a')).toEqual({ kind: 'value', value: ['a', 'b', 'c', 'd-e'] });
    expect(readTagsField('')).toEqual({ kind: 'value', value: [] });
    expect(readTagsField('#404')).toMatchObject({ kind: 'error' });
    expect(readMeasuresField('5 km, 12 pages', WEDNESDAY)).toEqual({
      kind: 'value',
      value: [
        { value: 5, unit: 'km' },
        { value: 12, unit: 'pages' },
      ],
    });
    expect(readMeasuresField('', WEDNESDAY)).toEqual({ kind: 'value', value: [] });
    expect(readMeasuresField('5 foos', WEDNESDAY)).toMatchObject({ kind: 'error' });
    expect(readMeasuresField('0 km', WEDNESDAY)).toMatchObject({ kind: 'error' });
    expect(readTaskField('task-12')).toEqual({ kind: 'value', value: 12 });
    expect(readTaskField('12')).toEqual({ kind: 'value', value: 12 });
    expect(readTaskField('0')).toMatchObject({ kind: 'error' });
  });
});
