import type { TeamDigestPlan } from '../../workspace.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { scopeMissing } from './scope-missing.ts';

/** Why Slack did not take the team digest and what to do, as a sentence. */
export function troubleWords(channel: string, problem: string): string {
  const [word, scope] = problem.split(' ');
  if (word === 'missing_scope' && scope !== undefined) return scopeMissing(scope);
  switch (problem) {
    case 'not_in_channel':
    case 'channel_not_found':
      return `I am not in <#${channel}>: type \`/invite @Stint\` there.`;
    case 'is_archived':
      return `<#${channel}> is archived: choose another channel with \`/track team digest on in #channel\`.`;
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return `<#${channel}> does not let me write there: its settings in Slack say who may.`;
    default:
      return `Slack did not take it for <#${channel}> (${problem.replace(/[^\w ]/g, '')}).`;
  }
}

/** Told once to whoever set the team digest up. */
export function notPosted({ channel }: Pick<TeamDigestPlan, 'channel'>, problem: string): Reply {
  return plainReply(
    `:warning: The team digest you set up could not be posted. ${troubleWords(channel, problem)} It is tried again next week; \`/track team digest\` shows how it stands.`,
  );
}

/** Told once to whoever set the team digest up, where nobody knows whether it came. */
export function maybeLost({ channel }: Pick<TeamDigestPlan, 'channel'>): Reply {
  return plainReply(
    `:warning: The team digest you set up may not have reached <#${channel}>: Slack did not say. If it is there, its thread has no details. It is not sent again, so that it never comes twice; \`/track team digest now\` shows it to you, and \`/track team report last week\` to its leads.`,
  );
}

/** The same of the details alone. */
export function detailLost({ channel }: Pick<TeamDigestPlan, 'channel'>): Reply {
  return plainReply(
    `:warning: The details of the team digest may be missing in its thread in <#${channel}>: Slack did not say. They are not sent again; \`/track team digest now\` shows them to you.`,
  );
}
