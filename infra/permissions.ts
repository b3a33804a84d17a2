import { type FunctionName, TABLE_ACTIONS } from './actions.ts';

/** The table and what is read by its indexes. */
export function tablePermission(name: FunctionName, table: sst.aws.Dynamo) {
  return {
    actions: [...TABLE_ACTIONS[name]],
    resources: [table.arn, $interpolate`${table.arn}/index/*`],
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
