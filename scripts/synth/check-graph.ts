import { ALARM_RULES } from './alarm-rules.ts';
import { FUNCTION_RULES } from './function-rules.ts';
import { QUEUE_RULES } from './queue-rules.ts';
import type { Rule } from './rule.ts';
import type { Graph } from './synthesize.ts';
import { TABLE_RULES } from './table-rules.ts';

/** What has to hold for every stage, and how production differs. */
export const RULES: readonly Rule[] = [...TABLE_RULES, ...FUNCTION_RULES, ...QUEUE_RULES, ...ALARM_RULES];

/** The rules that a graph breaks; none where it is as it has to be. */
export function brokenBy(graph: Graph): readonly string[] {
  return RULES.filter(([, rule]) => !safely(rule, graph)).map(([name]) => name);
}

/** A rule that can't even be looked at is broken: what it is about is not there. */
function safely(rule: Rule[1], graph: Graph): boolean {
  try {
    return rule(graph);
  } catch {
    return false;
  }
}
