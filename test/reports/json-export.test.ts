import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  JSON_END,
  jsonEntry,
  jsonHead,
  jsonItem,
  jsonList,
  jsonNote,
  LIST_END,
} from '../../src/reports/json-export.ts';
import { ADA, content } from '../support/samples.ts';

describe('a JSON file', () => {
  it('has the documented shape', () => {
    const head = {
      member: ADA,
      exportedAt: Date.UTC(2026, 8, 16),
      period: { since: '2026-09-01', until: '2026-09-30' },
    };
    const entry = {
      ...content({
        clock: { startedAt: Date.UTC(2026, 8, 16, 7, 30), endedAt: Date.UTC(2026, 8, 16, 9) },
        task: 12,
        note: 'a note',
        measures: [{ value: 12, unit: 'pages' }],
      }),
      id: 'abc',
      version: 1,
      asWritten: ['prose'],
    };
    const note = { id: 'n1', version: 1, date: '2026-09-16', text: 'milk', tags: [], task: 12 };
    const file = [
      jsonHead({ ...head, parts: { settings: { zone: 'UTC' } } }),
      jsonList('entries'),
      jsonItem(jsonEntry(entry, new Map([[12, 'Guide']])), true),
      jsonItem(jsonEntry({ ...content(), id: 'def', version: 1 }, new Map()), false),
      LIST_END,
      jsonList('notes'),
      jsonItem(jsonNote(note), true),
      LIST_END,
      JSON_END,
    ].join('');
    expect(JSON.parse(file)).toEqual({
      format: 'stint-export',
      version: 1,
      exportedAt: '2026-09-16T00:00:00Z',
      workspaceId: 'T1',
      memberId: 'U1',
      period: { since: '2026-09-01', until: '2026-09-30' },
      settings: { zone: 'UTC' },
      entries: [
        {
          id: 'abc',
          date: '2026-09-16',
          zone: 'Europe/Madrid',
          seconds: 2700,
          start: '2026-09-16T07:30:00Z',
          end: '2026-09-16T09:00:00Z',
          measures: [{ value: 12, unit: 'pages' }],
          tags: ['writing'],
          tagsAsWritten: ['prose'],
          task: 12,
          taskTitle: 'Guide',
          note: 'a note',
        },
        {
          id: 'def',
          date: '2026-09-16',
          zone: 'Europe/Madrid',
          seconds: 2700,
          measures: [],
          tags: ['writing'],
        },
      ],
      notes: [{ id: 'n1', date: '2026-09-16', text: 'milk', tags: [], task: 12 }],
    });
  });

  it('is JSON whatever its lists hold, none or many', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 6 }), (items) => {
        const file = [
          jsonHead({ member: ADA, exportedAt: 0 }),
          jsonList('things'),
          ...items.map((item, index) => jsonItem(item, index === 0)),
          LIST_END,
          JSON_END,
        ].join('');
        expect(JSON.parse(file)).toMatchObject({ things: JSON.parse(JSON.stringify(items)) });
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});
