import { isDeepStrictEqual } from 'node:util';
import { READ_INDEXES, TABLE_ACTIONS } from '../../infra/actions.ts';
import { named, ofType, type Statement, statementsOf, trustedBy } from './policies.ts';
import {
  arnOf,
  FUNCTIONS,
  type FunctionKey,
  holds,
  isProduction,
  queueOf,
  type Rule,
  tableOf,
} from './rule.ts';
import { type Graph, SECRET } from './synthesize.ts';

const TIMEOUTS = { Slack: 10, Worker: 120, Tick: 120, Install: 30 };

const MANY_WORKSPACES = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'STINT_TOKEN_KEY'];
const SPEAKING = ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', ...MANY_WORKSPACES];

/** The secrets that each function is given. */
const SECRETS = {
  Slack: SPEAKING,
  Worker: SPEAKING,
  Tick: [],
  Install: ['SLACK_SIGNING_SECRET', ...MANY_WORKSPACES],
};

/** What has to hold for the functions: how they run, what they may do, and what they know. */
export const FUNCTION_RULES: readonly Rule[] = [
  [
    'there are the four functions and no other',
    (graph) => {
      const names = ofType(graph, 'lambda/function:Function').map(({ name }) => name);
      return isDeepStrictEqual(names, FUNCTIONS.map((name) => `${name}Function`).toSorted());
    },
  ],
  ...FUNCTIONS.map(
    (name): Rule => [
      `${name} runs on the Node of the tests, on arm64, logs in JSON and has a time-out`,
      (graph) =>
        holds(functionOf(graph, name), {
          runtime: 'nodejs24.x',
          architectures: ['arm64'],
          memorySize: 512,
          handler: 'index.handler',
          timeout: TIMEOUTS[name],
          loggingConfig: { logFormat: 'JSON' },
        }),
    ],
  ),
  ...FUNCTIONS.map(
    (name): Rule => [
      `${name} may do what it does and nothing else`,
      (graph) =>
        isDeepStrictEqual(allowedTo(graph, `${name}Role`), ofFunction(graph, name)) &&
        isDeepStrictEqual(named(graph, 'iam/role:Role', `${name}Role`).inputs['managedPolicyArns'], [
          LOGGING,
        ]),
    ],
  ),
  [
    'the schedule may call the tick and put it aside, and nothing else',
    (graph) => isDeepStrictEqual(allowedTo(graph, 'EveryQuarterRole'), ofSchedule(graph)),
  ],
  [
    'nobody else has a role, or is given anything besides it',
    (graph) => {
      const names = graph.resources.filter(({ type }) => type.startsWith('aws:iam/')).map(({ name }) => name);
      return isDeepStrictEqual(
        names,
        ['EveryQuarterRole', ...FUNCTIONS.map((name) => `${name}Role`)].toSorted(),
      );
    },
  ],
  [
    'a role is taken by its service and by nobody else',
    (graph) =>
      ofType(graph, 'iam/role:Role').every((role) =>
        isDeepStrictEqual(trustedBy(role), [
          role.name === 'EveryQuarterRole' ? 'scheduler.amazonaws.com' : 'lambda.amazonaws.com',
        ]),
      ),
  ],
  [
    'nobody may do everything, or anything to everything',
    (graph) =>
      ofType(graph, 'iam/role:Role')
        .flatMap(statementsOf)
        .every(
          ({ actions, resources }) =>
            !actions.some((one) => one.includes('*')) &&
            !resources.some((one) => one.replace(/\/index\/\*$/, '').includes('*')),
        ),
  ],
  ...FUNCTIONS.map(
    (name): Rule => [
      `${name} is given the secrets that it needs and no other`,
      (graph) => isDeepStrictEqual(secretsOf(graph, name), SECRETS[name].toSorted()),
    ],
  ),
  [
    'the installation knows where Slack is to send people back, if whoever deploys says it',
    (graph) => environmentOf(graph, 'Install')['INSTALL_REDIRECT_URL'] === graph.told.redirectUrl,
  ],
  [
    'secrets stand in the environment of functions and nowhere else',
    (graph) =>
      graph.resources.every(
        ({ type, inputs }) =>
          !JSON.stringify(
            type === 'aws:lambda/function:Function' ? { ...inputs, environment: undefined } : inputs,
          ).includes(SECRET),
      ),
  ],
  [
    'logs are kept as long as the stage says, and no longer',
    (graph) => {
      const groups = ofType(graph, 'cloudwatch/logGroup:LogGroup');
      const days = isProduction(graph) ? 90 : 7;
      return groups.length === 4 && groups.every(({ inputs }) => inputs['retentionInDays'] === days);
    },
  ],
  [
    'Slack’s function and the installation have an address, and no page of another site may call them',
    (graph) => {
      const urls = ofType(graph, 'lambda/functionUrl:FunctionUrl');
      const names = urls.map(({ name }) => name);
      return (
        isDeepStrictEqual(names, ['InstallUrl', 'SlackUrl']) &&
        urls.every(({ inputs }) => inputs['cors'] === undefined || isDeepStrictEqual(inputs['cors'], {}))
      );
    },
  ],
];

const LOGGING = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

const RECEIVING = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
];

function functionOf(graph: Graph, name: FunctionKey) {
  return named(graph, 'lambda/function:Function', `${name}Function`).inputs;
}

function allowedTo(graph: Graph, role: string): readonly Statement[] {
  return statementsOf(named(graph, 'iam/role:Role', role)).map(({ actions, resources }) => ({
    actions: actions.toSorted(),
    resources: resources.toSorted(),
  }));
}

function ofFunction(graph: Graph, name: FunctionKey): readonly Statement[] {
  const table = arnOf(tableOf(graph), 'dynamodb');
  const jobs = [arnOf(queueOf(graph, 'Jobs'), 'sqs')];
  const key = { Slack: 'slack', Worker: 'worker', Tick: 'tick', Install: 'install' } as const;
  return [
    {
      actions: TABLE_ACTIONS[key[name]].toSorted(),
      resources: [table, ...(READ_INDEXES.includes(key[name]) ? [`${table}/index/*`] : [])],
    },
    ...(name === 'Install' ? [] : [{ actions: ['sqs:SendMessage'], resources: jobs }]),
    ...(name === 'Worker' ? [{ actions: RECEIVING, resources: jobs }] : []),
    ...(name === 'Tick' ? [puttingAside(graph)] : []),
  ];
}

function ofSchedule(graph: Graph): readonly Statement[] {
  const tick = arnOf(functionOf(graph, 'Tick'), 'lambda');
  return [{ actions: ['lambda:InvokeFunction'], resources: [tick] }, puttingAside(graph)];
}

function puttingAside(graph: Graph): Statement {
  return { actions: ['sqs:SendMessage'], resources: [arnOf(queueOf(graph, 'DeadTicks'), 'sqs')] };
}

function secretsOf(graph: Graph, name: FunctionKey): readonly string[] {
  return Object.entries(environmentOf(graph, name))
    .filter(([, value]) => `${value}`.includes(SECRET))
    .map(([key]) => key)
    .toSorted();
}

function environmentOf(graph: Graph, name: FunctionKey): Readonly<Record<string, unknown>> {
  const { variables } = Object(functionOf(graph, name)['environment']);
  return Object(variables);
}
