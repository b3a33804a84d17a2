import { TABLE } from '../../src/store/table.ts';
import { named, ofType } from './policies.ts';
import { holds, isProduction, type Rule, tableOf } from './rule.ts';

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

/** What has to hold for the table, and that no stage can take production's away. */
export const TABLE_RULES: readonly Rule[] = [
  [
    'there is one table, with the keys and indexes that the code uses',
    (graph) => ofType(graph, 'dynamodb/table:Table').length === 1 && holds(tableOf(graph), KEYS),
  ],
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
      const { isRetained, inputs } = named(graph, 'dynamodb/table:Table', 'TableTable');
      return (
        isRetained === isProduction(graph) &&
        inputs['deletionProtectionEnabled'] === isProduction(graph) &&
        graph.protect === isProduction(graph) &&
        graph.removal === (isProduction(graph) ? 'retain' : 'remove')
      );
    },
  ],
  [
    'every name carries its stage, so that none is another’s',
    (graph) =>
      graph.resources.every(({ type, inputs: { name } }) =>
        name === undefined ? !NAMED.has(type) : isNamedBy(graph.stage, name),
      ),
  ],
];

/** What people see by its name, or find by it; the rest AWS names after these. */
const NAMED: ReadonlySet<string> = new Set([
  'aws:dynamodb/table:Table',
  'aws:sqs/queue:Queue',
  'aws:lambda/function:Function',
  'aws:cloudwatch/logGroup:LogGroup',
  'aws:cloudwatch/metricAlarm:MetricAlarm',
  'aws:budgets/budget:Budget',
  'aws:iam/role:Role',
  'aws:scheduler/schedule:Schedule',
  'aws:sns/topic:Topic',
]);

/** AWS shows it as the name, or as the end of a path: `/aws/lambda/stint-dev-…`. */
function isNamedBy(stage: string, name: unknown): boolean {
  return `${name}`.split('/').at(-1)?.startsWith(`stint-${stage}-`) === true;
}
