import type { Prefs } from '../../member.ts';
import { context, type OwnReply, plainReply, reply } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { digestWords } from './settings-words.ts';
import { zoneWords } from './words.ts';

/** What whoever installed the app is told, in a direct message. */
export function installedWelcome(): OwnReply {
  return plainReply(
    ':wave: *Stint is in your workspace.* Everybody can log time in any conversation, with one line: `/track 45m #writing`. `/track help` shows the rest. An admin names who may see the team’s time with `/track team leads add @name`; until then everybody sees their own alone.',
  );
}

/** The same where the app was removed, and is back before what it kept was erased. */
export function welcomeBack(): OwnReply {
  return plainReply(
    ':wave: *Stint is back, with everything it had.* Go on where you left off: `/track 45m #writing`, or look back with `/track list last week`.',
  );
}

/** What a new member should know, as mrkdwn: three lines to try, where help and settings are, how to stop the digest. */
export function welcomeWords(prefs: Prefs): string {
  const zone = escapeText(zoneWords(prefs.zone));
  return [
    ':wave: *Welcome to Stint.* Three lines to try: `/track 45m #writing`, `/track start #writing`, `/track today`.',
    `\`/track help\` shows the rest. \`/track settings\` has your time zone (${zone}), your week, and your weekly digest: it comes ${digestWords(prefs)}, and \`/track digest off\` stops it.`,
  ].join('\n');
}

/** A member's very first answer, which they alone see, with the welcome below it: the answer itself comes first. */
export function withWelcome({ text, blocks }: OwnReply, prefs: Prefs): OwnReply {
  const words = welcomeWords(prefs);
  return reply(`${text}\n${words}`, [...blocks, context(words)]);
}
