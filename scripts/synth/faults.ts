import type { Graph, Resource } from './synthesize.ts';

/** A mistake that somebody could make in sst.config.ts, made in the graph: each has to be found, or the rules prove nothing. */
export const FAULTS: Readonly<Record<string, (graph: Graph) => Graph>> = {
  'no point-in-time recovery': changed('dynamodb/table:Table', ({ pointInTimeRecovery: _, ...rest }) => rest),
  'no time to live': changed('dynamodb/table:Table', ({ ttl: _, ...rest }) => rest),
  'another key': changed('dynamodb/table:Table', (inputs) => ({ ...inputs, rangeKey: 'id' })),
  'an index that carries everything': changed('dynamodb/table:Table', (inputs) => ({
    ...inputs,
    globalSecondaryIndexes: [{ name: 'gsi1', hashKey: 'g', rangeKey: 'sk', projectionType: 'ALL' }],
  })),
  'a table that goes with its stack': (graph) => ({
    ...graph,
    resources: graph.resources.map((each) => ({ ...each, isRetained: !each.isRetained })),
  }),
  'a production that may be removed': (graph) => ({ ...graph, protect: !graph.protect }),
  'a role that may do everything': changed('iam/role:Role', (inputs) =>
    widened(inputs, (text) => text.replace('dynamodb:GetItem', 'dynamodb:*')),
  ),
  'a role for every table': changed('iam/role:Role', (inputs) =>
    widened(inputs, (text) => text.replace(/"arn:aws:dynamodb[^"]*"/, '"*"')),
  ),
  'a function that may scan': changed('iam/role:Role', (inputs) =>
    widened(inputs, (text) => text.replace('dynamodb:Query', 'dynamodb:Scan')),
  ),
  'a queue without dead letters': changed('sqs/queue:Queue', ({ redrivePolicy: _, ...rest }) => rest),
  'a queue that delivers twice': changed('sqs/queue:Queue', (inputs) => ({
    ...inputs,
    visibilityTimeoutSeconds: 30,
  })),
  'dead letters for four days': changed('sqs/queue:Queue', ({ messageRetentionSeconds: _, ...rest }) => rest),
  'a batch that fails as one': changed(
    'lambda/eventSourceMapping:EventSourceMapping',
    ({ functionResponseTypes: _, ...rest }) => rest,
  ),
  'a tick once a day': changed('scheduler/schedule:Schedule', (inputs) => ({
    ...inputs,
    scheduleExpression: 'rate(1 day)',
  })),
  'a tick that is never tried again': changed('scheduler/schedule:Schedule', (inputs) => ({
    ...inputs,
    target: {},
  })),
  'logs for ever': changed('cloudwatch/logGroup:LogGroup', ({ retentionInDays: _, ...rest }) => rest),
  'an address for every site': changed('lambda/functionUrl:FunctionUrl', (inputs) => ({
    ...inputs,
    cors: { allowOrigins: ['*'] },
  })),
  'another Node': changed('lambda/function:Function', (inputs) => ({ ...inputs, runtime: 'nodejs20.x' })),
  'an alarm that tells nobody': changed('cloudwatch/metricAlarm:MetricAlarm', (inputs) => ({
    ...inputs,
    alarmActions: [],
  })),
  'a missing alarm': without((each) => each.name === 'TickMissing'),
  'a missing function': without((each) => each.name === 'WorkerFunction'),
  'no guard over the costs': without((each) => each.type.includes('budget')),
  'a name without its stage': changed('sqs/queue:Queue', (inputs) => ({ ...inputs, name: 'stint-jobs' })),
  'a secret in a description': changed('sqs/queue:Queue', (inputs) => ({
    ...inputs,
    tags: { note: 'a-secret-of-nobody' },
  })),
};

type Inputs = Resource['inputs'];

function changed(type: string, change: (inputs: Inputs) => Inputs) {
  return (graph: Graph): Graph => ({
    ...graph,
    resources: graph.resources.map((each) =>
      each.type === `aws:${type}` ? { ...each, inputs: change(each.inputs) } : each,
    ),
  });
}

function without(isGone: (resource: Resource) => boolean) {
  return (graph: Graph): Graph => ({ ...graph, resources: graph.resources.filter((each) => !isGone(each)) });
}

/** Policies stand in a role as text in text. */
function widened(inputs: Inputs, change: (policy: string) => string): Inputs {
  const policies = Array.isArray(inputs['inlinePolicies']) ? inputs['inlinePolicies'] : [];
  const inlinePolicies = policies.map((each: { readonly policy?: unknown }) => ({
    ...each,
    policy: change(`${each.policy}`),
  }));
  return { ...inputs, inlinePolicies };
}
