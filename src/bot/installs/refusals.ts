import { setupTroubleOf } from '../setup-trouble.ts';

/** Why a way through an installation ended without one, as its page says it. */
export type Refusal = readonly [status: number, title: string, ...lines: string[]];

export const NOT_FROM_HERE: Refusal = [
  400,
  'This did not begin here',
  'An installation has to begin with our button and end in the same browser within ten minutes. This page has changed nothing.',
];
export const NOT_ALLOWED: Refusal = [
  403,
  'Nothing was installed',
  'Slack says that it was not allowed. If your workspace needs an admin’s approval, ask one to start from here.',
];
export const USED: Refusal = [
  400,
  'This was done already',
  'If Stint is in your workspace, all is well: type `/track help` there. If it is not, start again.',
];
export const CODE_REFUSED: Refusal = [
  400,
  'Slack took its permission back',
  'It gives ten minutes, and each permission counts once. Nothing was changed.',
];
export const NOT_A_WORKSPACE: Refusal = [
  400,
  'Stint lives in a workspace',
  'It can’t be installed for a whole organisation. Please choose one workspace on Slack’s page.',
];
export const NO_ANSWER: Refusal = [
  502,
  'Slack did not answer',
  'It may or may not have been installed. Start again: that does no harm in either case.',
];
const FAILED: Refusal = [
  503,
  'That did not work this time',
  'Something went wrong on our side, so Stint may not be usable yet. Start again: that does no harm.',
];

/** What its page says where it failed on our side. */
export function failureOf(error: unknown): Refusal {
  const { broken, why = '' } = setupTroubleOf(error) ?? {};
  if (broken === undefined) return FAILED;
  return [
    503,
    'Stint is not fully set up yet',
    `It does not reach its table, so it can’t be used. ${why.replaceAll('`', '')}`,
    'Whoever runs it finds more in its log; start again once that is mended.',
  ];
}
