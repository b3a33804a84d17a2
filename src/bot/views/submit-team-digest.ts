import type { Field } from '../../phrase/read-fields.ts';
import { readWorkspace } from '../../store/workspace.ts';
import { WEEK } from '../../time.ts';
import type { Workspace } from '../../workspace.ts';
import type { MemberCall } from '../call.ts';
import { quarterWords } from '../messages/quarter-words.ts';
import { digestPlanWords, digestReply, namingRuleWords } from '../messages/team-words.ts';
import { setTeamDigest } from '../set-team-digest.ts';
import type { Reply } from '../slack/blocks.ts';
import { refusedUnlessAdmin } from '../team-roles.ts';
import { areRead, errorsOf, type FieldErrors, readComingTime, readZone, says, wrong } from './field-read.ts';
import { sealState } from './form-state.ts';
import { NAMED } from './settings-form.ts';
import type { Outcome, Submission } from './submission.ts';
import { NEVER, TEAM_DIGEST, teamDigestFieldsOf, teamDigestForm } from './team-digest-form.ts';

/** Saves the team digest; where it was changed since the form opened, that is shown first, with what was chosen still in place. */
export async function submitTeamDigest(call: MemberCall, submission: Submission): Promise<Outcome> {
  const { state, values } = submission;
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return errors({ [TEAM_DIGEST.channel]: refusal.text });
  const current = await readWorkspace(call.store, call.member.workspaceId);
  const read = readTeamDigest(call, values, current);
  if ('errors' in read) return errors(read.errors);
  const seen = { ...current, version: state.workspace ?? 0 };
  const result = await setTeamDigest(call, seen, read.next);
  switch (result.kind) {
    case 'unreachable':
      // What was saved meanwhile was taken back, so the form goes on from there.
      return showAgain(
        call,
        submission,
        await readWorkspace(call.store, call.member.workspaceId),
        result.words,
      );
    case 'changed':
      return showAgain(
        call,
        submission,
        result.workspace,
        `This was changed meanwhile. Team digest: ${digestPlanWords(result.workspace)}. Save once more to put what stands below in its place.`,
      );
    case 'done':
    case 'done before':
      return {
        kind: 'answer',
        title: 'Saved',
        reply: savedReply(result.workspace, values[TEAM_DIGEST.time]),
      };
    default:
      return result satisfies never;
  }
}

function savedReply(workspace: Workspace, asked: string | undefined): Reply {
  const moved = workspace.digest === undefined ? '' : quarterWords([asked]);
  const plan = `Team digest: ${digestPlanWords(workspace)}.`;
  const said = ['Saved.', plan, moved, namingRuleWords(workspace)].filter((part) => part !== '').join(' ');
  return digestReply(`:white_check_mark: ${said}`, workspace);
}

type Read = { readonly next: Omit<Workspace, 'version'> } | { readonly errors: FieldErrors };

function readTeamDigest(
  { member, prefs }: MemberCall,
  values: Submission['values'],
  { digest: before, version: _, ...rest }: Workspace,
): Read {
  const namesMembers = values[TEAM_DIGEST.names] === NAMED;
  if (values[TEAM_DIGEST.day] === NEVER) return { next: { leads: rest.leads, namesMembers } };
  const fields = {
    [TEAM_DIGEST.channel]: readChannel(values[TEAM_DIGEST.channel]),
    [TEAM_DIGEST.day]: readDay(values[TEAM_DIGEST.day]),
    [TEAM_DIGEST.time]: readComingTime(values[TEAM_DIGEST.time]),
    [TEAM_DIGEST.zone]: readZone(values[TEAM_DIGEST.zone]),
  };
  if (!areRead(fields)) return { errors: errorsOf(fields) };
  const { channel, day, time, zone } = fields;
  const weekStart = before?.weekStart ?? prefs.weekStart;
  const digest = {
    channel: channel.value,
    weekday: day.value,
    time: time.value,
    zone: zone.value,
    weekStart,
    setBy: member.memberId,
  };
  return { next: { leads: rest.leads, namesMembers, digest } };
}

function readChannel(text: string | undefined): Field<string> {
  return text !== undefined && /^[CG][A-Z0-9]{1,30}$/.test(text)
    ? says(text)
    : wrong('Please choose a channel, or “Off” below.');
}

function readDay(text: string | undefined): Field<(typeof WEEK)[number]> {
  const weekday = WEEK.find((day) => String(day) === text);
  return weekday === undefined ? wrong('Please choose a day.') : says(weekday);
}

function showAgain(
  call: MemberCall,
  { state, values }: Submission,
  current: Workspace,
  why: string,
): Outcome {
  const fields = teamDigestFieldsOf(current, call.prefs.zone, values[TEAM_DIGEST.channel]);
  const next = { ...state, round: state.round + 1, workspace: current.version };
  return {
    kind: 'show',
    view: teamDigestForm({
      fields: {
        ...fields,
        day: values[TEAM_DIGEST.day] ?? fields.day,
        time: values[TEAM_DIGEST.time] ?? fields.time,
        zone: values[TEAM_DIGEST.zone] ?? fields.zone,
        names: values[TEAM_DIGEST.names] ?? fields.names,
      },
      state: sealState(next, call.seal),
      notice: `:warning: ${why}`,
    }),
  };
}

function errors(found: FieldErrors): Outcome {
  return { kind: 'errors', errors: found };
}
