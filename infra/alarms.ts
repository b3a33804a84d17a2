import { TABLE } from '../src/store/table.ts';
import type { DeploySettings } from './settings.ts';

/** What is watched, and where it is told: docs/operations.md says of each alarm what it means and what to do. */
export type Watched = Pick<DeploySettings, 'email' | 'budget'> & {
  readonly functions: Readonly<
    Record<string, { readonly function: sst.aws.Function; readonly slowMs?: number }>
  >;
  readonly queue: sst.aws.Queue;
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
  readonly table: sst.aws.Dynamo;
  /** The function that has to run every quarter of an hour. */
  readonly tick: $util.Input<string>;
};

/**
 * A line of ours that somebody has to look at, or one of Lambda's own. Whoever typed is answered also where a secret or a
 * permission is missing, and an errand that fails comes again: to AWS such an invocation went well.
 */
const TROUBLE = '{ ($.level = "error") || ($.level = "ERROR") || ($.level = "FATAL") }';

const MINUTE = 60;

/** Puts up the alarms, the topic that they tell, and the guard over the costs. */
export function createAlarms({ functions, queue, deadLetters, table, tick, email, budget }: Watched): void {
  const topic = new sst.aws.SnsTopic('Alarms');
  // Without it AWS Budgets may not tell the topic, and says so nowhere.
  new aws.sns.TopicPolicy('AlarmTellers', {
    arn: topic.arn,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          principals: [
            { type: 'Service', identifiers: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] },
          ],
          actions: ['sns:Publish'],
          resources: [topic.arn],
          conditions: [
            {
              test: 'StringEquals',
              variable: 'aws:SourceAccount',
              values: [aws.getCallerIdentityOutput().accountId],
            },
          ],
        },
      ],
    }).json,
  });
  if (email !== undefined)
    new aws.sns.TopicSubscription('AlarmMail', { topic: topic.arn, protocol: 'email', endpoint: email });

  const alarm = (
    name: string,
    metric: Pick<aws.cloudwatch.MetricAlarmArgs, 'namespace' | 'metricName' | 'dimensions' | 'threshold'> &
      Partial<aws.cloudwatch.MetricAlarmArgs>,
  ) =>
    new aws.cloudwatch.MetricAlarm(name, {
      name: named(name),
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      evaluationPeriods: 1,
      period: 5 * MINUTE,
      statistic: 'Sum',
      // No figures are no trouble, but for what has to run.
      treatMissingData: 'notBreaching',
      alarmActions: [topic.arn],
      okActions: [topic.arn],
      ...metric,
    });
  const ofFunction = (name: $util.Input<string>, metricName: string) => ({
    namespace: 'AWS/Lambda',
    metricName,
    dimensions: { FunctionName: name },
  });

  for (const [key, { function: watched, slowMs }] of Object.entries(functions)) {
    const { name } = watched;
    const trouble = { namespace: named('Log'), metricName: `${key}Trouble` };
    new aws.cloudwatch.LogMetricFilter(`${key}Trouble`, {
      logGroupName: watched.nodes.logGroup.apply((group) => $util.output(group?.name ?? '')),
      pattern: TROUBLE,
      metricTransformation: { namespace: trouble.namespace, name: trouble.metricName, value: '1' },
    });
    alarm(trouble.metricName, { ...trouble, threshold: 1 });
    alarm(`${key}Errors`, { ...ofFunction(name, 'Errors'), threshold: 1 });
    alarm(`${key}Throttles`, { ...ofFunction(name, 'Throttles'), threshold: 1 });
    if (slowMs !== undefined) {
      const slow = {
        extendedStatistic: 'p99',
        statistic: undefined,
        evaluationPeriods: 3,
        threshold: slowMs,
      };
      alarm(`${key}Slow`, { ...ofFunction(name, 'Duration'), ...slow });
    }
  }
  alarm('TickMissing', {
    ...ofFunction(tick, 'Invocations'),
    comparisonOperator: 'LessThanThreshold',
    threshold: 1,
    // Two are due in each half hour.
    period: 30 * MINUTE,
    treatMissingData: 'breaching',
  });

  const ofQueue = (each: sst.aws.Queue, metricName: string) => ({
    namespace: 'AWS/SQS',
    metricName,
    dimensions: { QueueName: each.nodes.queue.name },
    statistic: 'Maximum',
  });
  for (const [key, dead] of Object.entries(deadLetters))
    alarm(`${key}Waiting`, { ...ofQueue(dead, 'ApproximateNumberOfMessagesVisible'), threshold: 1 });
  alarm('JobsOld', { ...ofQueue(queue, 'ApproximateAgeOfOldestMessage'), threshold: 30 * MINUTE });

  for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
    const dimensions = { TableName: table.name };
    alarm(`Table${metricName}`, { namespace: 'AWS/DynamoDB', metricName, dimensions, threshold: 1 });
    // The table's own figures leave the index out, and where its writes are refused, so are those of the rows behind it.
    const ofIndex = { ...dimensions, GlobalSecondaryIndexName: TABLE.tasks.name };
    alarm(`Index${metricName}`, {
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensions: ofIndex,
      threshold: 1,
    });
  }

  new aws.budgets.Budget('Costs', {
    name: named('Costs'),
    budgetType: 'COST',
    timeUnit: 'MONTHLY',
    limitAmount: budget,
    limitUnit: 'USD',
    costFilters: [{ name: 'TagKeyValue', values: [`user:sst:app$${$app.name}`] }],
    notifications: [80, 100].map((threshold) => ({
      comparisonOperator: 'GREATER_THAN',
      notificationType: threshold === 100 ? 'FORECASTED' : 'ACTUAL',
      threshold,
      thresholdType: 'PERCENTAGE',
      subscriberSnsTopicArns: [topic.arn],
      // Also where nobody has confirmed the topic's mail yet.
      ...(email === undefined ? {} : { subscriberEmailAddresses: [email] }),
    })),
  });
}

/** The name that stands in a mail: it has to say which stage is meant. */
function named(name: string): string {
  return `${$app.name}-${$app.stage}-${name}`;
}
