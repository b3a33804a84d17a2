/// <reference path="./.sst/platform/config.d.ts" />

/** What the function does to the table, and nothing more: no Scan, no table administration. */
const TABLE_ACTIONS = [
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

export default $config({
  app(input) {
    const production = input?.stage === 'production';
    return {
      name: 'stint',
      home: 'aws',
      // What a team has logged outlives a mistaken `sst remove`.
      removal: production ? 'retain' : 'remove',
      protect: production,
    };
  },

  async run() {
    const { TABLE } = await import('./src/store/table.ts');
    const production = $app.stage === 'production';

    const signingSecret = new sst.Secret('SlackSigningSecret');
    const botToken = new sst.Secret('SlackBotToken');

    const table = new sst.aws.Dynamo('Table', {
      fields: {
        [TABLE.hashKey]: 'string',
        [TABLE.rangeKey]: 'string',
        [TABLE.changes.rangeKey]: 'number',
        [TABLE.tasks.hashKey]: 'string',
      },
      primaryIndex: { hashKey: TABLE.hashKey, rangeKey: TABLE.rangeKey },
      localIndexes: {
        [TABLE.changes.name]: { rangeKey: TABLE.changes.rangeKey, projection: 'keys-only' },
      },
      globalIndexes: {
        [TABLE.tasks.name]: {
          hashKey: TABLE.tasks.hashKey,
          rangeKey: TABLE.rangeKey,
          projection: [...TABLE.tasks.carries],
        },
      },
      ttl: TABLE.timeToLive,
      deletionProtection: production,
    });

    // Six times as long as a worker has, as AWS advises, so that a batch at work is not delivered a second time.
    const dead = new sst.aws.Queue('DeadJobs');
    const queue = new sst.aws.Queue('Jobs', {
      visibilityTimeout: '12 minutes',
      dlq: { queue: dead.arn, retry: 3 },
    });

    const shared = {
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      memory: '512 MB',
      logging: { retention: '1 month', format: 'json' },
      environment: {
        SLACK_SIGNING_SECRET: signingSecret.value,
        SLACK_BOT_TOKEN: botToken.value,
        TABLE_NAME: table.name,
        QUEUE_URL: queue.url,
      },
      permissions: [
        { actions: TABLE_ACTIONS, resources: [table.arn, $interpolate`${table.arn}/index/*`] },
        { actions: ['sqs:SendMessage'], resources: [queue.arn] },
      ],
    } satisfies Partial<sst.aws.FunctionArgs>;

    const slack = new sst.aws.Function('Slack', {
      ...shared,
      bundle: 'dist/slack',
      // Slack hears nothing after three seconds; the rest is for a write that is under way.
      timeout: '10 seconds',
      url: true,
    });

    queue.subscribe(
      { ...shared, bundle: 'dist/worker', timeout: '2 minutes' },
      { batch: { size: 5, partialResponses: true } },
    );

    // Digests and reminders fall on quarters of an hour; a minute more lets the clocks agree.
    new sst.aws.CronV2('Tick', {
      schedule: 'cron(1/15 * * * ? *)',
      function: { ...shared, bundle: 'dist/tick', timeout: '2 minutes' },
    });

    return { slackRequestUrl: slack.url };
  },
});
