import { MOST_LEADS } from '../../workspace.ts';
import type { View } from '../slack/blocks.ts';
import { FORM, membersField, modal, noticeBlocks } from './form.ts';

/** The id of the one field of the form. */
export const LEADS_FIELD = 'leads';

/** Asks who the leads are. */
export function leadsForm({
  leads,
  state,
  notice,
}: {
  readonly leads: readonly string[];
  readonly state: string;
  /** A sentence of mrkdwn above the field. */
  readonly notice?: string;
}): View {
  return modal({
    callback: FORM.teamLeads,
    title: 'Leads',
    submit: 'Save',
    state,
    blocks: [
      ...noticeBlocks(notice),
      membersField({
        id: LEADS_FIELD,
        label: 'Who sees the reports of the team?',
        hint: 'Leads see how much everybody logged, by day, tag, task and member. Notes are never shown to them.',
        placeholder: 'Choose people',
        values: leads,
        most: MOST_LEADS,
        optional: true,
      }),
    ],
  });
}
