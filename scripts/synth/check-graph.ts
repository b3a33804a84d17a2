import { isDeepStrictEqual } from 'node:util';
import { TABLE_ACTIONS } from '../../infra/actions.ts';
import { TABLE } from '../../src/store/table.ts';
import { named, ofType, type Statement, statementsOf } from './policies.ts';
import { type Graph, SECRET } from './synthesize.ts';

const DAY = 86_400;
const FUNCTIONS = ['Slack', 'Worker', 'Tick', 'Install'] as const;

/** One thing that has to hold for what a stage asks AWS for. */
type Rule = readonly [name: string, holds: (graph: Graph) => boolean];

/** What has to hold for every stage, and how production differs. */
const RULES: readonly Rule[] = [
  ['the table has the keys and indexes that the code uses', (graph) => holds(tableOf(graph), KEYS)],
  ['the table is paid by request', (graph) => holds(tableOf(graph), { billingMode: 'PAY_PER_REQUEST' })],
  [
    'expired rows are removed',
    (graph) => holds(tableOf(graph), { ttl: { attributeName: TABLE.timeToLive, enabled: true } }),
  ],
  [
    'the table can be brought back to any second of five weeks',
    (graph) => holds(tableOf(graph), { pointInTimeRecovery: { enabled: true } }),
  ],
  [
    'production’s table, and no other, outlives its stack and a mistaken deletion',
    (graph) => {
      const isProduction = graph.stage === 'production';
      const { isRetained, inputs } = named(graph, 'dynamodb/table:Table', 'TableTable');
      return (
        isRetained === isProduction &&
        inputs['deletionProtectionEnabled'] === isProduction &&
        graph.protect === isProduction &&
        graph.removal === (isProduction ? 'retain' : 'remove')
      );
    },
  ],
  [
    'every name carries its stage',
    (graph) => namesOf(graph).every((name) => name.includes(`-${graph.stage}-`)),
  ],
  [
    'there are the four functions and no other',
    (graph) => isDeepStrictEqual(functionsOf(graph), [...FUNCTIONS].sort()),
  ],
  [
    'every function runs on the Node of the tests, on arm64, with a time-out',
    (graph) =>
      ofType(graph, 'lambda/function:Function').every((each) =>
        holds(each.inputs, { runtime: 'nodejs24.x', architectures: ['arm64'], memorySize: 512 }),
      ) &&
      isDeepStrictEqual(
        FUNCTIONS.map(
          (name) => named(graph, 'lambda/function:Function', `${name}Function`).inputs['timeout'],
        ),
        [10, 120, 120, 30],
      ),
  ],
  ...FUNCTIONS.map(
    (name): Rule => [
      `${name} may do what it does and nothing else`,
      (graph) => isDeepStrictEqual(allowedTo(graph, name), expectedFor(graph, name)),
    ],
  ),
  [
    'nobody may do everything, or anything to everything',
    (graph) =>
      ofType(graph, 'iam/role:Role')
        .flatMap(statementsOf)
        .every(
          ({ actions, resources }) => !actions.some((one) => one.endsWith('*')) && !resources.includes('*'),
        ),
  ],
  [
    'secrets stand in the environment of functions and nowhere else',
    (graph) =>
      graph.resources.every(
        ({ type, inputs }) =>
          type === 'aws:lambda/function:Function' || !JSON.stringify(inputs).includes(SECRET),
      ),
  ],
  [
    'logs are kept as long as the stage says, and no longer',
    (graph) => {
      const days = graph.stage === 'production' ? 90 : 7;
      const groups = ofType(graph, 'cloudwatch/logGroup:LogGroup');
      return groups.length === 4 && groups.every(({ inputs }) => inputs['retentionInDays'] === days);
    },
  ],
  [
    'the queue gives a worker six times its time, and gives up after three tries',
    (graph) => {
      const { inputs } = named(graph, 'sqs/queue:Queue', 'JobsQueue');
      const redrive: unknown = JSON.parse(`${inputs['redrivePolicy']}`);
      const dead = arnOf(named(graph, 'sqs/queue:Queue', 'DeadJobsQueue').inputs);
      return (
        inputs['visibilityTimeoutSeconds'] === 720 &&
        isDeepStrictEqual(redrive, { deadLetterTargetArn: dead, maxReceiveCount: 3 })
      );
    },
  ],
  [
    'what was given up is kept for two weeks',
    (graph) =>
      ['DeadJobs', 'DeadTicks'].every(
        (name) =>
          named(graph, 'sqs/queue:Queue', `${name}Queue`).inputs['messageRetentionSeconds'] === 14 * DAY,
      ),
  ],
  [
    'the worker takes jobs from the queue and gives back those that failed',
    (graph) => {
      const [mapping, ...more] = ofType(graph, 'lambda/eventSourceMapping:EventSourceMapping');
      return (
        more.length === 0 &&
        holds(mapping?.inputs ?? {}, {
          eventSourceArn: arnOf(named(graph, 'sqs/queue:Queue', 'JobsQueue').inputs),
          functionResponseTypes: ['ReportBatchItemFailures'],
          batchSize: 5,
          scalingConfig: { maximumConcurrency: 10 },
        })
      );
    },
  ],
  [
    'the tick runs each quarter of an hour, is tried again, and told of where it can’t',
    (graph) => {
      const [schedule, ...more] = ofType(graph, 'scheduler/schedule:Schedule');
      const target = {
        deadLetterConfig: { arn: arnOf(named(graph, 'sqs/queue:Queue', 'DeadTicksQueue').inputs) },
        retryPolicy: { maximumRetryAttempts: 2 },
      };
      return (
        more.length === 0 &&
        holds(schedule?.inputs ?? {}, {
          scheduleExpression: 'cron(1/15 * * * ? *)',
          state: 'ENABLED',
          target,
        })
      );
    },
  ],
  [
    'Slack’s function and the installation have an address, and no page of another site may call them',
    (graph) => {
      const urls = ofType(graph, 'lambda/functionUrl:FunctionUrl');
      const names = urls.map(({ name }) => name).toSorted();
      return (
        isDeepStrictEqual(names, ['InstallUrl', 'SlackUrl']) &&
        urls.every(({ inputs }) => inputs['cors'] === undefined || isDeepStrictEqual(inputs['cors'], {}))
      );
    },
  ],
  [
    'every alarm tells the topic',
    (graph) =>
      ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm').every(
        ({ inputs }) => Array.isArray(inputs['alarmActions']) && inputs['alarmActions'].length === 1,
      ),
  ],
  ['everything is watched that can go wrong unseen', (graph) => isDeepStrictEqual(alarmsOf(graph), ALARMS)],
  [
    'somebody is told before a month gets dear',
    (graph) => ofType(graph, 'budgets/budget:Budget').length === 1,
  ],
];

/** The alarms that there are; docs/operations.md says what each means. */
export const ALARMS: readonly string[] = [
  ...FUNCTIONS.flatMap((name) => [`${name}Errors`, `${name}Throttles`]),
  ...['Slack', 'Worker', 'Tick'].map((name) => `${name}Slow`),
  'TickMissing',
  'DeadJobsWaiting',
  'DeadTicksWaiting',
  'JobsOld',
  'TableReadThrottleEvents',
  'TableWriteThrottleEvents',
].toSorted();

const KEYS = {
  hashKey: TABLE.hashKey,
  rangeKey: TABLE.rangeKey,
  attributes: [
    { name: TABLE.hashKey, type: 'S' },
    { name: TABLE.rangeKey, type: 'S' },
    { name: TABLE.changes.rangeKey, type: 'N' },
    { name: TABLE.tasks.hashKey, type: 'S' },
  ],
  localSecondaryIndexes: [
    { name: TABLE.changes.name, rangeKey: TABLE.changes.rangeKey, projectionType: 'KEYS_ONLY' },
  ],
  globalSecondaryIndexes: [
    {
      name: TABLE.tasks.name,
      hashKey: TABLE.tasks.hashKey,
      rangeKey: TABLE.rangeKey,
      projectionType: 'INCLUDE',
      nonKeyAttributes: [...TABLE.tasks.carries],
    },
  ],
};

/** The rules that a graph breaks; none where it is as it has to be. */
export function problemsOf(graph: Graph): readonly string[] {
  return RULES.filter(([, rule]) => !safely(rule, graph)).map(([name]) => `${graph.stage}: ${name}`);
}

/** A rule that can't even be looked at is broken: what it is about is not there. */
function safely(rule: Rule[1], graph: Graph): boolean {
  try {
    return rule(graph);
  } catch {
    return false;
  }
}

function allowedTo(graph: Graph, name: string): readonly Statement[] {
  return statementsOf(named(graph, 'iam/role:Role', `${name}Role`)).map(({ actions, resources }) => ({
    actions: actions.toSorted(),
    resources: resources.toSorted(),
  }));
}

function expectedFor(graph: Graph, name: (typeof FUNCTIONS)[number]): readonly Statement[] {
  const arn = arnOf(tableOf(graph), 'dynamodb');
  const jobs = [arnOf(named(graph, 'sqs/queue:Queue', 'JobsQueue').inputs)];
  const key = { Slack: 'slack', Worker: 'worker', Tick: 'tick', Install: 'install' } as const;
  const receives = [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
  ];
  return [
    { actions: [...TABLE_ACTIONS[key[name]]].toSorted(), resources: [arn, `${arn}/index/*`] },
    ...(name === 'Install' ? [] : [{ actions: ['sqs:SendMessage'], resources: jobs }]),
    ...(name === 'Worker' ? [{ actions: receives, resources: jobs }] : []),
  ];
}

function tableOf(graph: Graph) {
  return named(graph, 'dynamodb/table:Table', 'TableTable').inputs;
}

function functionsOf(graph: Graph): readonly string[] {
  return ofType(graph, 'lambda/function:Function')
    .map(({ name }) => name.replace(/Function$/, ''))
    .toSorted();
}

function alarmsOf(graph: Graph): readonly string[] {
  return ofType(graph, 'cloudwatch/metricAlarm:MetricAlarm')
    .map(({ name }) => name)
    .toSorted();
}

/** What AWS shows as names: a stage's never meet those of another. */
function namesOf(graph: Graph): readonly string[] {
  const types = ['dynamodb/table:Table', 'sqs/queue:Queue', 'lambda/function:Function', 'sns/topic:Topic'];
  return types.flatMap((type) => ofType(graph, type)).map(({ inputs }) => `${inputs['name']}`);
}

function arnOf(inputs: Readonly<Record<string, unknown>>, service = 'sqs'): string {
  return `arn:aws:${service}:eu-central-1:123456789012:${inputs['name']}`;
}

/** True where every field stated is as stated, however deep; others do not matter. */
function holds(there: unknown, stated: unknown): boolean {
  if (Array.isArray(stated))
    return (
      Array.isArray(there) &&
      there.length === stated.length &&
      stated.every((each, at) => holds(there[at], each))
    );
  if (typeof stated !== 'object' || stated === null) return there === stated;
  if (typeof there !== 'object' || there === null) return false;
  const fields = new Map<string, unknown>(Object.entries(there));
  return Object.entries(stated).every(([name, value]) => holds(fields.get(name), value));
}
