import { allowsNaming } from '../../store/members.ts';
import type { MemberCall } from '../call.ts';
import { settingsReply } from '../messages/settings-words.ts';
import { welcomeWords } from '../messages/welcome.ts';
import type { Reply } from '../slack/blocks.ts';
import { type Answer, openForm } from './open-form.ts';
import { settingFieldsOf, settingsForm } from './settings-form.ts';

/**
 * Opens the settings as they stand; the reply is what to say if the form did not open. Slack is asked for the member's zone
 * first, so that the form can name it; without an answer it opens all the same.
 */
export async function openSettings(call: MemberCall, answer: Answer | undefined): Promise<Reply | undefined> {
  const { slack, store, member, prefs, isFirst } = call;
  const [zone, naming] = await Promise.all([slack.memberZone(member.memberId), allowsNaming(store, member)]);
  const slackZone = zone === undefined ? {} : { slackZone: zone };
  return openForm(
    call,
    answer,
    { prefs: prefs.version, naming, ...slackZone },
    (state) =>
      settingsForm({
        fields: settingFieldsOf(prefs, naming),
        state,
        ...slackZone,
        ...(isFirst ? { footer: welcomeWords(prefs) } : {}),
      }),
    settingsReply('Slack did not open the form this time. Your settings:', prefs, naming),
  );
}
