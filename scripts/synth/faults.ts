import type { Graph, Resource } from './synthesize.ts';

/** A mistake that somebody could make in sst.config.ts, made in the graph: each has to be found, or the rules prove nothing. */
export const FAULTS: Readonly<Record<string, (graph: Graph) => Graph>> = {
  'no point-in-time recovery': table({ pointInTimeRecovery: undefined }),
  'no time to live': table({ ttl: undefined }),
  'another key': table({ rangeKey: 'id' }),
  'an index that carries everything': table({
    globalSecondaryIndexes: [{ name: 'gsi1', hashKey: 'g', rangeKey: 'sk', projectionType: 'ALL' }],
  }),
  'no index by place': table({ localSecondaryIndexes: [] }),
  'a table that is paid by the hour': table({ billingMode: 'PROVISIONED', readCapacity: 5 }),
  'a table that goes with its stack': (graph) => ({
    ...graph,
    resources: graph.resources.map((each) => ({ ...each, isRetained: !each.isRetained })),
  }),
  'a production that may be removed': (graph) => ({ ...graph, protect: !graph.protect }),
  'a table that may be deleted by hand': (graph) =>
    table({ deletionProtectionEnabled: graph.stage !== 'production' })(graph),
  'a name without its stage': changed('sqs/queue:Queue', () => ({ name: 'stint-jobs' })),
  'an alarm named by chance': changed('cloudwatch/metricAlarm:MetricAlarm', () => ({ name: undefined })),

  'a missing function': without(({ name }) => name === 'WorkerFunction'),
  'another Node': changed('lambda/function:Function', () => ({ runtime: 'nodejs20.x' })),
  'logs that are no JSON': changed('lambda/function:Function', () => ({
    loggingConfig: { logFormat: 'Text' },
  })),
  'a role that may do everything': policies((text) => text.replace('dynamodb:GetItem', 'dynamodb:*')),
  'a role for every table': policies((text) => text.replace(/"arn:aws:dynamodb[^"]*"/, '"*"')),
  'a role for all tables of a name': policies((text) =>
    text.replace(/(:\d+:)stint-[^"]*Table[^"]*/, '$1stint-*'),
  ),
  'a function that may scan': policies((text) => text.replace('dynamodb:Query', 'dynamodb:Scan')),
  'an installation that may read everything': policies((text) =>
    text.replace(
      '"dynamodb:GetItem","dynamodb:PutItem"]',
      '"dynamodb:GetItem","dynamodb:Query","dynamodb:PutItem"]',
    ),
  ),
  'a function that takes jobs of others': policies((text) =>
    text.replace('["sqs:SendMessage"]', '["sqs:SendMessage","sqs:ReceiveMessage"]'),
  ),
  'a policy of AWS’s own': changed('iam/role:Role', () => ({
    managedPolicyArns: ['arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess'],
  })),
  'a policy beside the role': added('iam/rolePolicyAttachment:RolePolicyAttachment', 'More'),
  'a role for the whole account': changed('iam/role:Role', () => ({
    assumeRolePolicy:
      '{"statements":[{"actions":["sts:AssumeRole"],"principals":[{"identifiers":["arn:aws:iam::1:root"]}]}]}',
  })),
  'the same secrets for everybody': changed('lambda/function:Function', () => ({
    environment: { variables: { SLACK_BOT_TOKEN: 'a-secret-of-nobody', OTHER: 'a-secret-of-nobody' } },
  })),
  'people who are sent back to another place': changed('lambda/function:Function', ({ environment }) => ({
    environment: {
      variables: { ...Object(environment).variables, INSTALL_REDIRECT_URL: 'https://else.example' },
    },
  })),
  'a secret in a description': changed('sqs/queue:Queue', () => ({ tags: { note: 'a-secret-of-nobody' } })),
  'logs for ever': changed('cloudwatch/logGroup:LogGroup', () => ({ retentionInDays: undefined })),
  'an address for every site': changed('lambda/functionUrl:FunctionUrl', () => ({
    cors: { allowOrigins: ['*'] },
  })),

  'a queue without dead letters': changed('sqs/queue:Queue', () => ({ redrivePolicy: undefined })),
  'a queue that delivers twice': changed('sqs/queue:Queue', () => ({ visibilityTimeoutSeconds: 30 })),
  'a worker with more time than the queue gives': changed('lambda/function:Function', () => ({
    timeout: 900,
  })),
  'dead letters for four days': changed('sqs/queue:Queue', () => ({ messageRetentionSeconds: undefined })),
  'a batch that fails as one': changed('lambda/eventSourceMapping:EventSourceMapping', () => ({
    functionResponseTypes: undefined,
  })),
  'workers without number': changed('lambda/eventSourceMapping:EventSourceMapping', () => ({
    scalingConfig: undefined,
  })),
  'a tick once a day': changed('scheduler/schedule:Schedule', () => ({ scheduleExpression: 'rate(1 day)' })),
  'a tick that can’t be handed over': changed('scheduler/schedule:Schedule', ({ target }) => ({
    target: { ...Object(target), deadLetterConfig: undefined },
  })),
  'a tick that fails unseen': changed('lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', () => ({
    destinationConfig: undefined,
  })),

  'a log whose lines are counted under another name': changed(
    'cloudwatch/logMetricFilter:LogMetricFilter',
    () => ({ metricTransformation: { namespace: 'Other', name: 'Trouble', value: '1' } }),
  ),
  'a log of which only the crashes count': changed('cloudwatch/logMetricFilter:LogMetricFilter', () => ({
    pattern: '{ $.level = "FATAL" }',
  })),
  'a missing alarm': without(({ name }) => name === 'TickMissing'),
  'an alarm that watches nothing': changed('cloudwatch/metricAlarm:MetricAlarm', () => ({
    dimensions: { FunctionName: 'stint' },
  })),
  'an index that nobody watches': changed('cloudwatch/metricAlarm:MetricAlarm', ({ dimensions }) => ({
    dimensions: { ...Object(dimensions), GlobalSecondaryIndexName: 'gsi2' },
  })),
  'an alarm that tells nobody': changed('cloudwatch/metricAlarm:MetricAlarm', () => ({ alarmActions: [] })),
  'an alarm after Slack gave up': changed('cloudwatch/metricAlarm:MetricAlarm', () => ({
    threshold: 120_000,
  })),
  'a silence that is no alarm': changed('cloudwatch/metricAlarm:MetricAlarm', () => ({
    treatMissingData: 'notBreaching',
  })),
  'a topic that a budget may not tell': without(({ type }) => type === 'aws:sns/topicPolicy:TopicPolicy'),
  'a topic that anybody may tell': changed('sns/topicPolicy:TopicPolicy', ({ policy }) => ({
    policy: `${policy}`.replace('budgets.amazonaws.com', '*'),
  })),
  'a mail to somebody else': (graph) => ({ ...graph, told: { ...graph.told, email: 'another@example.com' } }),
  'no guard over the costs': without(({ type }) => type.includes('budget')),
  'a guard over the costs that tells nobody': changed('budgets/budget:Budget', () => ({ notifications: [] })),
  'a guard over the costs that does not tell the topic': changed(
    'budgets/budget:Budget',
    ({ notifications }) => ({
      notifications: (Array.isArray(notifications) ? notifications : []).map((each: object) => ({
        ...each,
        subscriberSnsTopicArns: undefined,
      })),
    }),
  ),
  'a mail address that is missed by nobody, or warned of where it is there': (graph) => ({
    ...graph,
    said: graph.said === '' ? 'STINT_ALARM_EMAIL is not set' : '',
  }),
};

type Inputs = Resource['inputs'];

/** Every resource of a type, with some of its inputs others. */
function changed(type: string, change: (inputs: Inputs) => Inputs) {
  return (graph: Graph): Graph => ({
    ...graph,
    resources: graph.resources.map((each) =>
      each.type === `aws:${type}` ? { ...each, inputs: { ...each.inputs, ...change(each.inputs) } } : each,
    ),
  });
}

function table(inputs: Inputs) {
  return changed('dynamodb/table:Table', () => inputs);
}

function without(isGone: (resource: Resource) => boolean) {
  return (graph: Graph): Graph => ({ ...graph, resources: graph.resources.filter((each) => !isGone(each)) });
}

function added(type: string, name: string) {
  return (graph: Graph): Graph => ({
    ...graph,
    resources: [...graph.resources, { type: `aws:${type}`, name, inputs: {}, isRetained: false }],
  });
}

/** What roles allow stands in them as text in text. */
function policies(change: (policy: string) => string) {
  return changed('iam/role:Role', ({ inlinePolicies }) => ({
    inlinePolicies: (Array.isArray(inlinePolicies) ? inlinePolicies : []).map(
      (each: { readonly policy?: unknown }) => ({ ...each, policy: change(`${each.policy}`) }),
    ),
  }));
}
