import { configuration } from 'chrono-node/en';
import { describe, expect, it } from 'vitest';
import { CHRONO_OVERLAP_REMOVAL, CHRONO_PARSERS } from '../../src/phrase/dates.ts';

describe('chrono 2.10.3', () => {
  const { parsers, refiners } = configuration.createConfiguration(true);

  it('has its parsers at the positions that the reader takes them from', () => {
    expect(parsers.map((parser) => parser.constructor.name)).toEqual([
      'ENYearMonthDayParser',
      'ISOFormatParser',
      'SlashDateFormatParser',
      'ENTimeUnitWithinFormatParser',
      'ENMonthNameLittleEndianParser',
      'ENMonthNameMiddleEndianParser',
      'ENWeekdayParser',
      'ENSlashMonthFormatParser',
      'ENTimeExpressionParser',
      'ENTimeUnitAgoFormatParser',
      'ENTimeUnitLaterFormatParser',
      'ENYearMonthNameParser',
    ]);
    const taken = Object.fromEntries(
      Object.entries(CHRONO_PARSERS).map(([name, at]) => [name, parsers[at]?.constructor.name]),
    );
    expect(taken).toEqual({
      yearMonthDay: 'ENYearMonthDayParser',
      isoFormat: 'ISOFormatParser',
      slashDate: 'SlashDateFormatParser',
      dayMonthName: 'ENMonthNameLittleEndianParser',
      monthNameDay: 'ENMonthNameMiddleEndianParser',
    });
  });

  it('has its removal of overlaps where the reader takes it from', () => {
    expect(refiners[CHRONO_OVERLAP_REMOVAL]?.constructor.name).toBe('OverlapRemovalRefiner');
  });
});
