import { isDeepStrictEqual } from 'node:util';
import { JOB_TRIES } from '../../src/bot/jobs/tries.ts';
import { named, ofType } from './policies.ts';
import { arnOf, holds, queueOf, type Rule } from './rule.ts';
import type { Graph } from './synthesize.ts';

const DAY = 86_400;

/** What has to hold for what leaves the request and for what is due. */
export const QUEUE_RULES: readonly Rule[] = [
  [
    'the queue gives a worker six times its time, and gives up when the worker does',
    (graph) => {
      const { visibilityTimeoutSeconds, redrivePolicy } = queueOf(graph, 'Jobs');
      const { timeout } = named(graph, 'lambda/function:Function', 'WorkerFunction').inputs;
      const redrive: unknown = JSON.parse(`${redrivePolicy}`);
      return (
        Number(visibilityTimeoutSeconds) >= 6 * Number(timeout) &&
        isDeepStrictEqual(redrive, {
          deadLetterTargetArn: deadOf(graph, 'DeadJobs'),
          maxReceiveCount: JOB_TRIES,
        })
      );
    },
  ],
  [
    'what was given up is kept for two weeks',
    (graph) =>
      (['DeadJobs', 'DeadTicks'] as const).every(
        (name) => queueOf(graph, name)['messageRetentionSeconds'] === 14 * DAY,
      ),
  ],
  [
    'the worker, a few at once, takes jobs from the queue and gives back those that failed',
    (graph) => {
      const [mapping, ...more] = ofType(graph, 'lambda/eventSourceMapping:EventSourceMapping');
      return (
        more.length === 0 &&
        holds(mapping?.inputs, {
          eventSourceArn: arnOf(queueOf(graph, 'Jobs'), 'sqs'),
          functionName: arnOf(named(graph, 'lambda/function:Function', 'WorkerFunction').inputs, 'lambda'),
          functionResponseTypes: ['ReportBatchItemFailures'],
          batchSize: 5,
          scalingConfig: { maximumConcurrency: 10 },
        })
      );
    },
  ],
  [
    'the tick is called each quarter of an hour; where it can’t be, that is tried again and put aside',
    (graph) => {
      const [schedule, ...more] = ofType(graph, 'scheduler/schedule:Schedule');
      return (
        more.length === 0 &&
        holds(schedule?.inputs, {
          scheduleExpression: 'cron(1/15 * * * ? *)',
          state: 'ENABLED',
          target: {
            arn: arnOf(named(graph, 'lambda/function:Function', 'TickFunction').inputs, 'lambda'),
            deadLetterConfig: { arn: deadOf(graph, 'DeadTicks') },
            retryPolicy: { maximumRetryAttempts: 2 },
          },
        })
      );
    },
  ],
  [
    'a tick that fails is tried again until the next one is due, and put aside',
    (graph) =>
      holds(named(graph, 'lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', TICK_RETRIES).inputs, {
        functionName: named(graph, 'lambda/function:Function', 'TickFunction').inputs['name'],
        maximumRetryAttempts: 2,
        maximumEventAgeInSeconds: 900,
        destinationConfig: { onFailure: { destination: deadOf(graph, 'DeadTicks') } },
      }),
  ],
];

const TICK_RETRIES = 'TickEventInvokeConfig';

function deadOf(graph: Graph, name: 'DeadJobs' | 'DeadTicks'): string {
  return arnOf(queueOf(graph, name), 'sqs');
}
