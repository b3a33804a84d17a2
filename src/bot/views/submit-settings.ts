import type { Prefs } from '../../member.ts';
import { allowNaming, allowsNaming } from '../../store/members.ts';
import { writePrefs } from '../../store/prefs.ts';
import type { MemberCall } from '../call.ts';
import { quarterWords } from '../messages/quarter-words.ts';
import { settingsLines, settingsReply } from '../messages/settings-words.ts';
import { sealState } from './form-state.ts';
import { readSettings } from './read-settings.ts';
import { NAMED, SETTING, type SettingFields, settingFieldsOf, settingsForm } from './settings-form.ts';
import type { Outcome, Submission } from './submission.ts';

/** Saves the settings; where they were changed since the form opened, that is shown first, with what was chosen still in place. */
export async function submitSettings(call: MemberCall, submission: Submission): Promise<Outcome> {
  const { state, values } = submission;
  const slackZone = state.slackZone === undefined ? {} : { slackZone: state.slackZone };
  const read = readSettings(values, { prefs: call.prefs, ...slackZone });
  if (read.kind === 'errors') return read;
  const seen = { ...call.prefs, version: state.prefs ?? 0 };
  const result = await writePrefs(call.store, call.member, seen, read.settings);
  if (result.kind === 'changed') return showAgain(call, submission, result.prefs);
  const naming = await saveNaming(call, submission);
  const { digest, reminderTime } = result.prefs;
  const moved = quarterWords([
    ...(digest === undefined ? [] : [values[SETTING.digestTime]]),
    ...(reminderTime === undefined ? [] : [values[SETTING.reminderTime]]),
  ]);
  const said = moved === '' ? ':gear: Settings saved:' : `:gear: Settings saved. ${moved}`;
  const reply = settingsReply(said, result.prefs, naming);
  return { kind: 'answer', title: 'Saved', reply };
}

/** Whether the team digest may name the member now: only a choice that was changed here is written over what stands. */
async function saveNaming({ store, member }: MemberCall, { state, values }: Submission): Promise<boolean> {
  const wanted = values[SETTING.naming] === NAMED;
  if (state.naming === undefined || wanted === state.naming) return allowsNaming(store, member);
  await allowNaming(store, member, wanted);
  return wanted;
}

function showAgain(call: MemberCall, { state, values }: Submission, current: Prefs): Outcome {
  const next = { ...state, round: state.round + 1, prefs: current.version };
  const changed = ':warning: Your settings were changed meanwhile. Now they are:';
  const way = 'Save once more to put what stands below in their place.';
  return {
    kind: 'show',
    view: settingsForm({
      fields: typedFields(values, settingFieldsOf(current, state.naming ?? false)),
      state: sealState(next, call.seal),
      notice: [changed, ...settingsLines(current, state.naming ?? false), way].join('\n'),
      ...(state.slackZone === undefined ? {} : { slackZone: state.slackZone }),
    }),
  };
}

/** What stands in the fields; only the target and the working days may be empty there. */
function typedFields(values: Submission['values'], fields: SettingFields): SettingFields {
  const typed = (field: keyof SettingFields) => values[field] ?? fields[field];
  return {
    [SETTING.zone]: typed(SETTING.zone),
    [SETTING.weekStart]: typed(SETTING.weekStart),
    [SETTING.target]: values[SETTING.target] ?? '',
    [SETTING.workingDays]: values[SETTING.workingDays] ?? '',
    [SETTING.digestDay]: typed(SETTING.digestDay),
    [SETTING.digestTime]: typed(SETTING.digestTime),
    [SETTING.reminder]: typed(SETTING.reminder),
    [SETTING.reminderTime]: typed(SETTING.reminderTime),
    [SETTING.naming]: typed(SETTING.naming),
  };
}
