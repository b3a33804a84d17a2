import { named } from './policies.ts';
import type { Graph } from './synthesize.ts';

/** One thing that has to hold for what a stage asks AWS for. */
export type Rule = readonly [name: string, holds: (graph: Graph) => boolean];

export const FUNCTIONS = ['Slack', 'Worker', 'Tick', 'Install'] as const;
export type FunctionKey = (typeof FUNCTIONS)[number];

export const isProduction = ({ stage }: Graph) => stage === 'production';

export const tableOf = (graph: Graph) => named(graph, 'dynamodb/table:Table', 'TableTable').inputs;

export const queueOf = (graph: Graph, name: 'Jobs' | 'DeadJobs' | 'DeadTicks') =>
  named(graph, 'sqs/queue:Queue', `${name}Queue`).inputs;

/** The address that the mocks give to what has this name. */
export function arnOf(inputs: Readonly<Record<string, unknown>>, service: string): string {
  return `arn:aws:${service}:eu-central-1:123456789012:${inputs['name']}`;
}

/** True where every field stated is as stated, however deep; others do not matter, and `undefined` is to be absent. */
export function holds(there: unknown, stated: unknown): boolean {
  if (Array.isArray(stated))
    return (
      Array.isArray(there) &&
      there.length === stated.length &&
      stated.every((each, at) => holds(there[at], each))
    );
  if (typeof stated !== 'object' || stated === null) return there === stated;
  if (typeof there !== 'object' || there === null) return false;
  const fields = new Map<string, unknown>(Object.entries(there));
  return Object.entries(stated).every(([name, value]) => holds(fields.get(name), value));
}
