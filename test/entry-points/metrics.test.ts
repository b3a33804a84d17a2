import { describe, expect, it } from 'vitest';
import { metricsOf } from '../../src/entry-points/metrics.ts';

const REQUEST = {
  level: 'info',
  event: 'request',
  name: 'log',
  outcome: 'ok',
  milliseconds: 12,
  read: 1,
  write: 2,
} as const;

/** A line as CloudWatch reads it. */
const read = (line: object) => JSON.parse(JSON.stringify(line));

describe('the metrics of a line', () => {
  it('are named in it, and stand at its root', () => {
    const of = metricsOf({ functionName: 'slack', level: 'function' });
    expect(read(of(REQUEST))).toEqual({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Stint',
            Dimensions: [['Function']],
            Metrics: [
              { Name: 'Milliseconds', Unit: 'Milliseconds' },
              { Name: 'ReadUnits', Unit: 'Count' },
              { Name: 'WriteUnits', Unit: 'Count' },
              { Name: 'Errors', Unit: 'Count' },
            ],
          },
        ],
      },
      Function: 'slack',
      Milliseconds: 12,
      ReadUnits: 1,
      WriteUnits: 2,
      Errors: 0,
    });
  });

  it('are told apart by command where that is asked for', () => {
    const of = metricsOf({ functionName: 'slack', level: 'command' });
    const line = read(of(REQUEST));
    expect(line).toMatchObject({ Function: 'slack', Command: 'log' });
    expect(line._aws.CloudWatchMetrics[0].Dimensions).toEqual([['Function'], ['Function', 'Command']]);
  });

  it.each([
    [
      { event: 'request', outcome: 'failed', milliseconds: 1 },
      { Errors: 1, Milliseconds: 1 },
    ],
    [
      { event: 'job', age: 40 },
      { QueueAge: 40, Errors: 0 },
    ],
    [
      { event: 'job failed', age: 40 },
      { QueueAge: 40, Errors: 1 },
    ],
    [{ event: 'errand', outcome: 'sent' }, { ErrandsSent: 1 }],
    [{ event: 'errand', outcome: 'skipped' }, { ErrandsSkipped: 1 }],
    [{ event: 'errand', outcome: 'lost' }, { ErrandsLost: 1 }],
  ])('of %o are %o', (line, metrics) => {
    const {
      _aws,
      Function: _,
      ...found
    } = read(metricsOf({ functionName: 'x', level: 'function' })({ level: 'info', ...line }));
    expect(found).toEqual(metrics);
    expect(_aws.CloudWatchMetrics[0].Metrics.map(({ Name }: { Name: string }) => Name).toSorted()).toEqual(
      Object.keys(metrics).toSorted(),
    );
  });

  it.each([
    ['another line', { level: 'warn', event: 'request refused', status: 401 }, 'function'],
    ['an errand that waits', { level: 'info', event: 'errand', outcome: 'later' }, 'function'],
    ['any line where they are off', REQUEST, 'off'],
  ] as const)('are none for %s', (_, line, level) => {
    expect(metricsOf({ functionName: 'x', level })(line)).toEqual({});
  });

  it('stay within the ten that CloudWatch gives for nothing', () => {
    const lines = [
      REQUEST,
      { level: 'info', event: 'job', age: 1 },
      ...['sent', 'skipped', 'lost'].map((outcome) => ({ level: 'info', event: 'errand', outcome }) as const),
    ] as const;
    const names = lines.flatMap((line, index) => {
      const { _aws } = read(
        metricsOf({ functionName: index === 0 ? 'slack' : 'worker', level: 'function' })(line),
      );
      return _aws.CloudWatchMetrics[0].Metrics.map(({ Name }: { Name: string }) => `${index === 0} ${Name}`);
    });
    expect(new Set(names).size).toBeLessThanOrEqual(10);
  });
});
