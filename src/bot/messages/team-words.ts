import type { Workspace } from '../../workspace.ts';
import {
  actions,
  type Block,
  type Button,
  button,
  plainReply,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { inlineCode } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { scopeMissing } from './scope-missing.ts';
import { weekdayName, zoneWords } from './words.ts';

/** Said where Slack did not tell whether a member is an admin. */
export function adminUnsaid({ lacks }: { readonly lacks?: string }): Reply {
  const why = lacks === undefined ? 'Please try again in a moment.' : scopeMissing(lacks);
  return plainReply(`:warning: Slack did not tell me whether you are an admin, so nothing changed. ${why}`);
}

/** Members as Slack names them: `<@U1>, <@U2>`. */
export function mentions(ids: readonly string[]): string {
  return ids.map((id) => `<@${id}>`).join(', ');
}

/** Said to somebody who asks for what only leads see: whom to ask, and nothing else. */
export function notLead({ leads }: Pick<Workspace, 'leads'>, memberId: string): Reply {
  const whom = leads.length === 1 ? 'its lead' : 'its leads';
  const who = leads.length === 0 ? 'and nobody is one yet' : mentions(leads);
  return plainReply(
    `Reports of the team are for ${whom}, ${who}. An admin of your Slack workspace can name you: \`/track team leads add\` <@${memberId}>. Your own time is in \`/track week\` and \`/track report\`.`,
  );
}

/** Said to somebody who wants to change what only admins change. */
export function notAdmin(): Reply {
  return plainReply(
    'Only an admin of your Slack workspace can change that, so nothing changed. `/track team` shows what is set.',
  );
}

/** Who the leads are, and what that means. */
export function leadsWords({ leads }: Pick<Workspace, 'leads'>): string {
  if (leads.length === 0) return 'Nobody is a lead yet, so nobody sees anybody else’s time.';
  return `Leads: ${mentions(leads)}. They see everybody’s time by \`/track team report\`, never a note.`;
}

/** Who the leads are, under what was done. */
export function leadsReply(said: string, workspace: Workspace): Reply {
  const text = [said, leadsWords(workspace)].filter((line) => line !== '').join('\n');
  return reply(text, [section(text), actions('team-leads', [leadsButton()])]);
}

/** Said where somebody was to be named and Slack gave no member for the words. */
export function whoIsThat(unread: string): Reply {
  const text = `I can’t tell who is meant by ${inlineCode(unread)}, so nothing changed. Type \`@\` and take the name from Slack’s list, as in \`/track team leads add @name\`, or choose in the form.`;
  return reply(text, [section(text), actions('team-leads', [leadsButton()])]);
}

/** What is set for the team, one line of mrkdwn each. */
export function teamLines(workspace: Workspace, allowsNaming: boolean): readonly string[] {
  return [
    `• ${leadsWords(workspace)}`,
    `• Team digest: ${digestPlanWords(workspace)}`,
    `• ${namingWords(workspace, allowsNaming)}`,
  ];
}

/** When and where the team digest comes: `*Mondays at 09:00* in <#C1> (Europe/Madrid)`, `off`. */
export function digestPlanWords({ digest }: Pick<Workspace, 'digest'>): string {
  if (digest === undefined) return 'off';
  const { weekday, time, channel, zone } = digest;
  return `*${weekdayName(weekday)}s at ${time}* in <#${channel}> (${zoneWords(zone)})`;
}

/** Whether the team digest names anybody, whoever reads this. */
export function namingRuleWords({ namesMembers }: Pick<Workspace, 'namesMembers'>): string {
  return namesMembers
    ? 'It names those who allow it by `/track team show me`, and sums all others.'
    : 'It names nobody; an admin lets it name those who allow it: `/track team members show`.';
}

/** How the team digest stands, with the ways to look at it and to change it. */
export function digestReply(said: string, { digest }: Pick<Workspace, 'digest'>): Reply {
  const buttons = [previewButton(), teamDigestButton(digest === undefined)];
  return reply(said, [section(said), teamButtons(buttons)]);
}

/** Whether the team digest names whoever reads this, and why not. */
export function namingWords({ namesMembers }: Pick<Workspace, 'namesMembers'>, allowed: boolean): string {
  if (!namesMembers) return `It names nobody.${allowed ? ' You would allow it to name you.' : ''}`;
  return allowed
    ? 'It names you, since you allow it. `/track team hide me` takes that back.'
    : 'It names those who allow it, and you are not among them: your time counts with that of the others. `/track team show me` allows it.';
}

/** Opens the form for the leads. */
export function leadsButton(): Button {
  return button({ action: ACTION.teamLeads, text: 'Change leads', value: '-' });
}

/** Opens the form for the team digest. */
export function teamDigestButton(isOff: boolean): Button {
  const text = isOff ? 'Set up team digest' : 'Change team digest';
  return button({ action: ACTION.teamDigest, text, value: '-' });
}

/** Shows the team digest to whoever presses it, alone. */
export function previewButton(): Button {
  return button({
    action: ACTION.teamDigestNow,
    text: 'Preview',
    value: '-',
    label: 'Preview the team digest',
  });
}

/** Lets the team digest name a member, or not. */
export function nameMeButton(allowed: boolean): Button {
  const text = allowed ? 'Let it name me' : 'Don’t name me';
  return button({ action: ACTION.nameMe, text, value: JSON.stringify({ n: allowed }) });
}

/** A row of buttons about the team. */
export function teamButtons(buttons: readonly Button[]): Block {
  return actions('team', buttons);
}
