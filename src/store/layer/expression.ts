import type { Write } from './write.ts';

/** The parts of a request that say what to set and under which condition. */
export type Expression = {
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** Writes out the condition and the changes of one write; names and values never stand in the text itself. */
export function expressionOf(write: Write): Expression {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const named = (field: string) => {
    const known = Object.entries(names).find(([, name]) => name === field)?.[0];
    const alias = known ?? `#n${Object.keys(names).length}`;
    names[alias] = field;
    return alias;
  };
  const valued = (value: unknown) => {
    const alias = `:v${Object.keys(values).length}`;
    values[alias] = value;
    return alias;
  };
  const condition = conditionOf(write, named, valued);
  const change = write.action === 'update' ? changeOf(write.set, named, valued) : '';
  return {
    ...(condition === '' ? {} : { ConditionExpression: condition }),
    ...(change === '' ? {} : { UpdateExpression: change }),
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

type Naming = (field: string) => string;
type Valuing = (value: unknown) => string;

function conditionOf({ when }: Write, named: Naming, valued: Valuing): string {
  const row =
    when.row === undefined ? [] : [`attribute_${when.row === 'there' ? '' : 'not_'}exists(${named('pk')})`];
  const fields = Object.entries(when.fields ?? {}).map(([field, value]) =>
    value === null ? `attribute_not_exists(${named(field)})` : `${named(field)} = ${valued(value)}`,
  );
  return when.row === 'absent or such'
    ? [...row, fields.join(' AND ')].join(' OR ')
    : [...row, ...fields].join(' AND ');
}

function changeOf(set: Readonly<Record<string, unknown>>, named: Naming, valued: Valuing): string {
  const entries = Object.entries(set);
  const sets = entries
    .filter(([, value]) => value !== null)
    .map(([f, value]) => `${named(f)} = ${valued(value)}`);
  const removes = entries.filter(([, value]) => value === null).map(([field]) => named(field));
  return [
    ...(sets.length === 0 ? [] : [`SET ${sets.join(', ')}`]),
    ...(removes.length === 0 ? [] : [`REMOVE ${removes.join(', ')}`]),
  ].join(' ');
}
