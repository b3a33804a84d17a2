import { type FunctionName, READ_INDEXES, TABLE_ACTIONS } from './actions.ts';

/** The table, and its indexes where they are read. */
export function tablePermission(name: FunctionName, table: sst.aws.Dynamo) {
  return {
    actions: [...TABLE_ACTIONS[name]],
    resources: [table.arn, ...(READ_INDEXES.includes(name) ? [$interpolate`${table.arn}/index/*`] : [])],
  };
}

/** Who takes work out of the queue. */
export function receivePermission(queue: sst.aws.Queue) {
  const actions = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ];
  return { actions, resources: [queue.arn] };
}

/** Who puts work into it. */
export function sendPermission(queue: sst.aws.Queue) {
  return { actions: ['sqs:SendMessage'], resources: [queue.arn] };
}

/** Lambda alone takes a function's role; under `sst dev`, where it runs on somebody's machine, the account does too. */
export function onlyForLambda(): Partial<aws.iam.RoleArgs> {
  if ($dev) return {};
  return { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }) };
}
