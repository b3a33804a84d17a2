import type { LogLine } from '../bot/effects.ts';

/** How finely metrics are told apart: each further name is one more that CloudWatch charges for. */
export type MetricsLevel = 'off' | 'function' | 'command';

export type MetricsOptions = { readonly functionName: string; readonly level: MetricsLevel };

/**
 * What a line carries so that CloudWatch makes metrics of it (its embedded metric format), for the few kinds of line that have
 * any: see docs/decisions/0029-logs-and-metrics.md for what they are and why so few.
 */
export function metricsOf({ functionName, level }: MetricsOptions): (line: LogLine) => object {
  if (level === 'off') return () => ({});
  return (line) => {
    const metrics = measured(line);
    if (metrics.length === 0) return {};
    const command = level === 'command' ? (line['name'] ?? line['job'] ?? line['errand']) : undefined;
    return {
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          {
            Namespace: 'Stint',
            Dimensions: [['Function'], ...(command === undefined ? [] : [['Function', 'Command']])],
            Metrics: metrics.map(({ name, unit }) => ({ Name: name, Unit: unit })),
          },
        ],
      },
      Function: functionName,
      ...(command === undefined ? {} : { Command: command }),
      ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
    };
  };
}

type Metric = { readonly name: string; readonly unit: 'Milliseconds' | 'Count'; readonly value: number };

const ERRANDS: ReadonlyMap<unknown, string> = new Map([
  ['sent', 'ErrandsSent'],
  ['skipped', 'ErrandsSkipped'],
  ['lost', 'ErrandsLost'],
]);

function measured(line: LogLine): readonly Metric[] {
  switch (line.event) {
    case 'request':
      return [
        metric('Milliseconds', 'Milliseconds', line['milliseconds']),
        metric('ReadUnits', 'Count', line['read']),
        metric('WriteUnits', 'Count', line['write']),
        errors(line['outcome'] === 'failed'),
      ].flat();
    case 'job':
      return [metric('QueueAge', 'Milliseconds', line['age']), errors(false)].flat();
    case 'job failed':
      return [metric('QueueAge', 'Milliseconds', line['age']), errors(true)].flat();
    case 'errand': {
      const name = ERRANDS.get(line['outcome']);
      return name === undefined ? [] : metric(name, 'Count', 1);
    }
    default:
      return [];
  }
}

function metric(name: string, unit: Metric['unit'], value: unknown): readonly Metric[] {
  return typeof value === 'number' ? [{ name, unit, value }] : [];
}

function errors(failed: boolean): readonly Metric[] {
  return metric('Errors', 'Count', failed ? 1 : 0);
}
