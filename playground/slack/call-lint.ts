import { lintMessage, lintView } from '../block-kit/lint.ts';
import type { Fields, Problem } from '../block-kit/problem.ts';

/** What is wrong with the blocks or the view of a call. */
export function lintCall(method: string, params: Fields): readonly Problem[] {
  if (/^chat\.(postMessage|postEphemeral|update|scheduleMessage)$/.test(method)) return lintMessage(params);
  if (/^views\.(open|push|update|publish)$/.test(method)) return lintView(params['view']);
  return [];
}

/** Slack's answer to a call that has such problems. */
export function refusalOf(method: string, problems: readonly Problem[]): Fields {
  const error = method.startsWith('views.') ? 'invalid_arguments' : 'invalid_blocks';
  const messages = problems.map(({ pointer, problem }) => `[ERROR] ${problem} [json-pointer:${pointer}]`);
  return { ok: false, error, response_metadata: { messages } };
}
