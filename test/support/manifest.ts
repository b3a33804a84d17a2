import { readFileSync } from 'node:fs';
import { readManifest } from '../../playground/slack/manifest.ts';

/** What Stint itself asks Slack for. */
export const MANIFEST = readManifest(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
