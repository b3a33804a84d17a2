import * as z from 'zod/mini';
import type { Graph, Resource } from './synthesize.ts';

/** One thing that a function's role allows. */
export type Statement = { readonly actions: readonly string[]; readonly resources: readonly string[] };

const list = z.union([
  z.array(z.string()),
  z.pipe(
    z.string(),
    z.transform((one: string) => [one]),
  ),
]);
const statement = z.object({
  actions: list,
  resources: z._default(list, []),
  principals: z._default(z.array(z.object({ identifiers: list })), []),
  conditions: z._default(z.array(z.unknown()), []),
});
const policy = z.object({ statements: z.array(statement) });
const trust = z.object({ Statement: z.array(z.object({ Principal: z.record(z.string(), list) })) });
const inline = z.array(z.object({ policy: z.string() }));

/** Everything that a role allows by its own policies. */
export function statementsOf(role: Resource): readonly Statement[] {
  const policies = inline.safeParse(role.inputs['inlinePolicies']).data ?? [];
  return policies
    .flatMap(({ policy: text }) => statementsIn(text))
    .map(({ actions, resources }) => ({ actions, resources }));
}

/** A policy as the mocks write it, with those whom it is about and its conditions. */
export function statementsIn(text: unknown) {
  const { statements } = policy.parse(JSON.parse(`${text}`));
  return statements.map(({ principals, ...rest }) => ({
    ...rest,
    principals: principals.flatMap(({ identifiers }) => identifiers),
  }));
}

/** Who may take a role. */
export function trustedBy({ inputs: { assumeRolePolicy: given } }: Resource): readonly string[] {
  if (typeof given === 'string') return statementsIn(given).flatMap(({ principals }) => principals);
  return trust.parse(given).Statement.flatMap(({ Principal }) => Object.values(Principal).flat());
}

/** The resources of a type, by Pulumi's name of it: `dynamodb/table:Table`. */
export function ofType(graph: Graph, type: string): readonly Resource[] {
  return graph.resources.filter((each) => each.type === `aws:${type}`);
}

/** The one with this type and name; it throws where there is none, which is a fault of its own. */
export function named(graph: Graph, type: string, name: string): Resource {
  const found = ofType(graph, type).find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${type} ${name}.`);
  return found;
}
