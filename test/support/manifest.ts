import { readFileSync } from 'node:fs';
import { readManifest } from '../../playground/slack/manifest.ts';

/** What Stint itself asks Slack for. */
export const MANIFEST = readManifest(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

/** The same in a workspace that grants no more than it must. */
export const WITHOUT_OPTIONAL = {
  ...MANIFEST,
  scopes: MANIFEST.scopes.filter((scope) => scope !== 'files:write'),
};
