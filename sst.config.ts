/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const isProduction = input?.stage === 'production';
    return {
      name: 'stint',
      home: 'aws',
      // What a team has logged outlives a mistaken `sst remove`.
      removal: isProduction ? 'retain' : 'remove',
      protect: isProduction,
    };
  },

  async run() {
    const { createAlarms } = await import('./infra/alarms.ts');
    const { receivePermission, sendPermission, tablePermission } = await import('./infra/permissions.ts');
    const { createTable } = await import('./infra/table.ts');
    const isProduction = $app.stage === 'production';

    const signingSecret = new sst.Secret('SlackSigningSecret');
    // One workspace has a bot token; where many install the app, it has the other three. What is not set stays empty.
    const botToken = new sst.Secret('SlackBotToken', '');
    const clientId = new sst.Secret('SlackClientId', '');
    const clientSecret = new sst.Secret('SlackClientSecret', '');
    const tokenKey = new sst.Secret('StintTokenKey', '');

    const table = createTable(isProduction);

    // Somebody has two weeks to look at what was given up.
    const kept = { transform: { queue: { messageRetentionSeconds: 14 * 86_400 } } };
    const deadJobs = new sst.aws.Queue('DeadJobs', kept);
    const deadTicks = new sst.aws.Queue('DeadTicks', kept);
    // Six times as long as a worker has, as AWS advises, so that a batch at work is not delivered a second time.
    const queue = new sst.aws.Queue('Jobs', {
      visibilityTimeout: '12 minutes',
      dlq: { queue: deadJobs.arn, retry: 3 },
    });

    const shared = {
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      // A function has the processor that its memory buys: this much starts fast, and costs no more for being done sooner.
      memory: '512 MB',
      logging: { retention: isProduction ? '3 months' : '1 week', format: 'json' },
      environment: {
        SLACK_SIGNING_SECRET: signingSecret.value,
        SLACK_BOT_TOKEN: botToken.value,
        SLACK_CLIENT_ID: clientId.value,
        SLACK_CLIENT_SECRET: clientSecret.value,
        STINT_TOKEN_KEY: tokenKey.value,
        TABLE_NAME: table.name,
        QUEUE_URL: queue.url,
        STINT_METRICS: process.env['STINT_METRICS'] ?? 'function',
      },
    } satisfies Partial<sst.aws.FunctionArgs>;

    const slack = new sst.aws.Function('Slack', {
      ...shared,
      bundle: 'dist/slack',
      // Slack hears nothing after three seconds; the rest is for a write that is under way.
      timeout: '10 seconds',
      // Slack and browsers call it; no page of another site does.
      url: { cors: false },
      permissions: [tablePermission('slack', table), sendPermission(queue)],
    });

    const install = new sst.aws.Function('Install', {
      ...shared,
      bundle: 'dist/install',
      timeout: '30 seconds',
      url: { cors: false },
      permissions: [tablePermission('install', table)],
    });

    const worker = new sst.aws.Function('Worker', {
      ...shared,
      bundle: 'dist/worker',
      timeout: '2 minutes',
      permissions: [tablePermission('worker', table), sendPermission(queue), receivePermission(queue)],
    });
    queue.subscribe(worker.arn, {
      batch: { size: 5, partialResponses: true },
      // Slack takes about one message a second in a channel: more at once only wait.
      transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: 10 } } },
    });

    const tick = new sst.aws.Function('Tick', {
      ...shared,
      bundle: 'dist/tick',
      timeout: '2 minutes',
      permissions: [tablePermission('tick', table), sendPermission(queue)],
    });
    // Digests and reminders fall on quarters of an hour; a minute more lets the clocks agree. A tick that fails is made up for by
    // the next one, so two more tries are enough.
    new sst.aws.CronV2('EveryQuarter', {
      schedule: 'cron(1/15 * * * ? *)',
      function: tick,
      retries: 2,
      dlq: deadTicks.arn,
    });

    createAlarms({
      functions: {
        Slack: { name: slack.name, slowMs: 2_500 },
        Worker: { name: worker.name, slowMs: 100_000 },
        Tick: { name: tick.name, slowMs: 100_000 },
        Install: { name: install.name },
      },
      queue,
      deadLetters: { DeadJobs: deadJobs, DeadTicks: deadTicks },
      table,
      tick: tick.name,
      budget: process.env['STINT_BUDGET_USD'] ?? '20',
      ...(process.env['STINT_ALARM_EMAIL'] ? { email: process.env['STINT_ALARM_EMAIL'] } : {}),
    });

    return { slackRequestUrl: $interpolate`${slack.url}`, installUrl: $interpolate`${install.url}install` };
  },
});
