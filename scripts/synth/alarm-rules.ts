import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { named, ofType, statementsIn } from './policies.ts';
import { arnOf, FUNCTIONS, holds, type Rule } from './rule.ts';
import type { Graph } from './synthesize.ts';

/** The alarms that there are, by the metric that each watches; docs/operations.md says what each means. */
export const ALARMS: ReadonlyMap<string, string> = new Map(
  [
    ...FUNCTIONS.flatMap((name) => [
      [`${name}Errors`, 'Errors'] as const,
      [`${name}Throttles`, 'Throttles'] as const,
      [`${name}Trouble`, `${name}Trouble`] as const,
    ]),
    ...['Slack', 'Worker', 'Tick'].map((name) => [`${name}Slow`, 'Duration'] as const),
    ['TickMissing', 'Invocations'] as const,
    ['DeadJobsWaiting', 'ApproximateNumberOfMessagesVisible'] as const,
    ['DeadTicksWaiting', 'ApproximateNumberOfMessagesVisible'] as const,
    ['JobsOld', 'ApproximateAgeOfOldestMessage'] as const,
    ['TableReadThrottleEvents', 'ReadThrottleEvents'] as const,
    ['TableWriteThrottleEvents', 'WriteThrottleEvents'] as const,
    ['IndexReadThrottleEvents', 'ReadThrottleEvents'] as const,
    ['IndexWriteThrottleEvents', 'WriteThrottleEvents'] as const,
  ].toSorted(([one], [other]) => (one < other ? -1 : 1)),
);

/** True for a metric that is counted in a log, and nowhere else. */
function isCounted(graph: Graph, { namespace, metricName }: Readonly<Record<string, unknown>>): boolean {
  return ofType(graph, 'cloudwatch/logMetricFilter:LogMetricFilter').some(({ inputs }) =>
    holds(inputs['metricTransformation'], { namespace, name: metricName, value: '1' }),
  );
}

/** What has to hold so that somebody hears of it when something goes wrong, or gets dear. */
export const ALARM_RULES: readonly Rule[] = [
  [
    'everything is watched that can go wrong unseen',
    (graph) =>
      isDeepStrictEqual(
        ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm').map(({ name, inputs }) => [
          name,
          inputs['metricName'],
        ]),
        [...ALARMS],
      ),
  ],
  [
    'an alarm watches what is there',
    (graph) => {
      const there = new Set(graph.resources.map(({ inputs }) => inputs['name']));
      return ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm').every(({ inputs }) => {
        if (inputs['dimensions'] === undefined) return isCounted(graph, inputs);
        const { GlobalSecondaryIndexName: _, ...dimensions } = Object(inputs['dimensions']);
        const watched = Object.values(dimensions);
        return watched.length === 1 && watched.every((name) => there.has(name));
      });
    },
  ],
  [
    'a line that somebody has to look at is an alarm, in the log of every function',
    (graph) =>
      FUNCTIONS.every((name) => {
        const { logGroupName, pattern } = named(
          graph,
          'cloudwatch/logMetricFilter:LogMetricFilter',
          `${name}Trouble`,
        ).inputs;
        const { name: group } = named(graph, 'cloudwatch/logGroup:LogGroup', `${name}LogGroup`).inputs;
        return logGroupName === group && /\$\.level = "error"/.test(`${pattern}`);
      }),
  ],
  [
    'each index is watched that the table has, for reads and for writes: the table’s own figures leave it out',
    (graph) => {
      const [table] = ofType(graph, 'dynamodb/table:Table');
      const indexes = z.array(z.object({ name: z.string() })).parse(table?.inputs['globalSecondaryIndexes']);
      const watched = ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm').flatMap(({ inputs }) => {
        const { data } = ofIndex.safeParse(inputs);
        return data?.dimensions.TableName === table?.inputs['name'] ? (data ?? []) : [];
      });
      return indexes.every(({ name }) =>
        ['ReadThrottleEvents', 'WriteThrottleEvents'].every((metric) =>
          watched.some(
            ({ metricName, dimensions }) =>
              metricName === metric && dimensions.GlobalSecondaryIndexName === name,
          ),
        ),
      );
    },
  ],
  [
    'every alarm tells the topic when it begins and when it is over',
    (graph) =>
      ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm').every(({ inputs }) =>
        holds(inputs, { alarmActions: [topicOf(graph)], okActions: [topicOf(graph)] }),
      ),
  ],
  [
    'slow is told before Slack gives up, and before a function is cut off',
    (graph) =>
      ['Slack', 'Worker', 'Tick'].every((name) => {
        const { threshold } = named(graph, 'cloudwatch/metricAlarm:MetricAlarm', `${name}Slow`).inputs;
        const { timeout } = named(graph, 'lambda/function:Function', `${name}Function`).inputs;
        return (
          Number(threshold) <
          Math.min(name === 'Slack' ? 3000 : Number.POSITIVE_INFINITY, Number(timeout) * 1000)
        );
      }),
  ],
  [
    'no tick in half an hour, in which two are due, is an alarm, also where nothing is counted at all',
    (graph) =>
      holds(named(graph, 'cloudwatch/metricAlarm:MetricAlarm', 'TickMissing').inputs, {
        comparisonOperator: 'LessThanThreshold',
        threshold: 1,
        period: 1800,
        evaluationPeriods: 1,
        treatMissingData: 'breaching',
      }),
  ],
  [
    'CloudWatch and the budget may tell the topic, for this account alone',
    (graph) => {
      const [policy, ...more] = ofType(graph, 'sns/topicPolicy:TopicPolicy');
      return (
        more.length === 0 &&
        policy !== undefined &&
        isDeepStrictEqual(statementsIn(policy.inputs['policy']), [
          {
            actions: ['sns:Publish'],
            resources: [topicOf(graph)],
            principals: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'],
            conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: ['123456789012'] }],
          },
        ])
      );
    },
  ],
  [
    'a mail address that was given is told, and nobody where none was',
    (graph) => {
      const told = ofType(graph, 'sns/topicSubscription:TopicSubscription').map(({ inputs }) => inputs);
      const wanted = { protocol: 'email', endpoint: graph.told.email, topic: topicOf(graph) };
      return holds(told, graph.told.email === undefined ? [] : [wanted]);
    },
  ],
  [
    'a deployment of production without a mail address says so, and no other does',
    ({ stage, told, said }) =>
      said.includes('STINT_ALARM_EMAIL') === (stage === 'production' && told.email === undefined),
  ],
  [
    'the topic and a mail address that was given are told before a month gets dear',
    (graph) => {
      const [guard, ...more] = ofType(graph, 'budgets/budget:Budget');
      const { data } = budget.safeParse(guard?.inputs);
      const { email } = graph.told;
      const told = {
        subscriberSnsTopicArns: [topicOf(graph)],
        subscriberEmailAddresses: email === undefined ? undefined : [email],
      };
      return more.length === 0 && data !== undefined && data.notifications.every((each) => holds(each, told));
    },
  ],
];

const ofIndex = z.object({
  namespace: z.literal('AWS/DynamoDB'),
  metricName: z.string(),
  dimensions: z.object({ TableName: z.string(), GlobalSecondaryIndexName: z.string() }),
});

const budget = z.object({
  budgetType: z.literal('COST'),
  timeUnit: z.literal('MONTHLY'),
  limitUnit: z.literal('USD'),
  limitAmount: z.string(),
  costFilters: z.tuple([
    z.object({ name: z.literal('TagKeyValue'), values: z.tuple([z.literal('user:sst:app$stint')]) }),
  ]),
  notifications: z.array(z.looseObject({ threshold: z.number() })).check(z.minLength(1)),
});

function topicOf(graph: Graph): string {
  return arnOf(named(graph, 'sns/topic:Topic', 'AlarmsTopic').inputs, 'sns');
}
