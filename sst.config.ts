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
    const { bundleOf } = await import('./infra/bundles.ts');
    const { onlyForLambda, receivePermission, sendPermission, tablePermission } = await import(
      './infra/permissions.ts'
    );
    const { createSecrets } = await import('./infra/secrets.ts');
    const { readDeploySettings, toldWords, unheardWarning } = await import('./infra/settings.ts');
    const { createTable } = await import('./infra/table.ts');
    const { JOB_TRIES } = await import('./src/bot/jobs/tries.ts');
    const isProduction = $app.stage === 'production';
    const { metrics, redirectUrl, ...told } = readDeploySettings(process.env);
    const warning = unheardWarning(isProduction, told);
    if (warning !== undefined) process.stderr.write(`${warning}\n`);

    const secrets = createSecrets();
    const table = createTable(isProduction);

    // Somebody has two weeks to look at what was given up.
    const kept = { transform: { queue: { messageRetentionSeconds: 14 * 86_400 } } };
    const deadJobs = new sst.aws.Queue('DeadJobs', kept);
    const deadTicks = new sst.aws.Queue('DeadTicks', kept);
    // Six times as long as a worker has, as AWS advises, so that a batch at work is not delivered a second time.
    const queue = new sst.aws.Queue('Jobs', {
      visibilityTimeout: '12 minutes',
      dlq: { queue: deadJobs.arn, retry: JOB_TRIES },
    });

    const shared = {
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      // A function has the processor that its memory buys: this much starts fast, and costs no more for being done sooner.
      memory: '512 MB',
      logging: { retention: isProduction ? '3 months' : '1 week', format: 'json' },
      transform: { role: onlyForLambda() },
    } satisfies Partial<sst.aws.FunctionArgs>;
    const places = { TABLE_NAME: table.name, QUEUE_URL: queue.url, STINT_METRICS: metrics };

    const slack = new sst.aws.Function('Slack', {
      ...shared,
      bundle: bundleOf('slack'),
      // Slack hears nothing after three seconds; the rest is for a write that is under way.
      timeout: '10 seconds',
      // Slack and browsers call it; no page of another site does.
      url: { cors: false },
      environment: { ...secrets.speaking, ...places },
      permissions: [tablePermission('slack', table), sendPermission(queue)],
    });

    const install = new sst.aws.Function('Install', {
      ...shared,
      bundle: bundleOf('install'),
      timeout: '30 seconds',
      url: { cors: false },
      environment: {
        ...secrets.installing,
        TABLE_NAME: table.name,
        ...(redirectUrl === undefined ? {} : { INSTALL_REDIRECT_URL: redirectUrl }),
      },
      permissions: [tablePermission('install', table)],
    });

    const worker = new sst.aws.Function('Worker', {
      ...shared,
      bundle: bundleOf('worker'),
      timeout: '2 minutes',
      environment: { ...secrets.speaking, ...places },
      permissions: [tablePermission('worker', table), sendPermission(queue), receivePermission(queue)],
    });
    queue.subscribe(worker.arn, {
      batch: { size: 5, partialResponses: true },
      // Slack takes about one message a second in a channel: more at once only wait.
      transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: 10 } } },
    });

    const tick = new sst.aws.Function('Tick', {
      ...shared,
      bundle: bundleOf('tick'),
      timeout: '2 minutes',
      environment: places,
      permissions: [tablePermission('tick', table), sendPermission(queue), sendPermission(deadTicks)],
      // The schedule hands a tick over and is done, so that one which fails is Lambda's to try again and to put aside. After a
      // quarter of an hour the next one does its work.
      retries: 2,
      transform: {
        ...shared.transform,
        eventInvokeConfig: {
          maximumEventAgeInSeconds: 15 * 60,
          destinationConfig: { onFailure: { destination: deadTicks.arn } },
        },
      },
    });
    // Digests and reminders fall on quarters of an hour; a minute more lets the clocks agree. Tries and dead letters here are for
    // a tick that can't be handed over at all.
    new sst.aws.CronV2('EveryQuarter', {
      schedule: 'cron(1/15 * * * ? *)',
      function: tick,
      retries: 2,
      dlq: deadTicks.arn,
    });

    createAlarms({
      functions: {
        Slack: { function: slack, slowMs: 2_500 },
        Worker: { function: worker, slowMs: 100_000 },
        Tick: { function: tick, slowMs: 100_000 },
        Install: { function: install },
      },
      queue,
      deadLetters: { DeadJobs: deadJobs, DeadTicks: deadTicks },
      table,
      tick: tick.name,
      ...told,
    });

    return {
      slackRequestUrl: $interpolate`${slack.url}slack/events`,
      installUrl: $interpolate`${install.url}install`,
      alarmsTell: toldWords(told),
    };
  },
});
