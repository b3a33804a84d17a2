import type { Command } from '../../phrase/command.ts';
import type { MemberCall } from '../call.ts';
import { notUnderstood } from '../messages/refusal.ts';
import type { Reply } from '../slack/blocks.ts';
import { answerOf, openLogForm } from '../views/open-forms.ts';
import { openSettings } from '../views/open-settings.ts';
import { openTaskEdit } from '../views/open-task-forms.ts';
import { cancel } from './cancel.ts';
import { deleteLast } from './delete.ts';
import { editLast } from './edit.ts';
import { exportCommand } from './export.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { list } from './list.ts';
import { note } from './note.ts';
import { notes } from './notes.ts';
import { report } from './report.ts';
import { resume } from './resume.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { tag } from './tag.ts';
import { tags } from './tags.ts';
import { changeTaskBy } from './task-change.ts';
import { taskNew } from './task-new.ts';
import { taskPage } from './task-page.ts';
import { tasks } from './tasks.ts';
import { teamCommand } from './team/team.ts';
import { digestCommand, remindCommand } from './timetable.ts';
import { today } from './today.ts';
import { redoLast, undoLast } from './undo.ts';

/** Opens the log form, which is what an empty line asks for; there is nothing to say then. */
export function openForm(call: MemberCall): Promise<Reply | undefined> {
  return openLogForm(call, answerOf(call));
}

/**
 * Does what a command says; there is nothing to say where a form opened. One that the reader knows and nothing answers yet
 * counts as not understood.
 */
export async function runCommand(
  call: MemberCall,
  command: Command,
  text: string,
): Promise<Reply | undefined> {
  switch (command.name) {
    case 'undo':
      return undoLast(call);
    case 'redo':
      return redoLast(call);
    case 'today':
      return today(call);
    case 'yesterday':
    case 'week':
    case 'month':
      return report(call, { name: command.name });
    case 'report':
      return report(call, command);
    case 'export':
      return exportCommand(call, command);
    case 'list':
      return list(call, command);
    case 'settings':
      return openSettings(call, answerOf(call));
    case 'digest':
      return digestCommand(call, command.text);
    case 'remind':
      return remindCommand(call, command.text);
    case 'forget me':
      return forgetMe(call);
    case 'help':
      return help(command.topic);
    case 'status':
      return status(call);
    case 'start':
    case 'switch':
      return start(call, command, text);
    case 'stop':
      return stop(call, command, text);
    case 'cancel':
      return cancel(call);
    case 'resume':
      return resume(call);
    case 'edit':
      return editLast(call);
    case 'delete':
      return deleteLast(call);
    case 'task new':
      return taskNew(call, command);
    case 'tasks':
      return tasks(call, command);
    case 'task':
      return taskPage(call, command.task);
    case 'task edit':
      return openTaskEdit(call, command.task, answerOf(call));
    case 'task done':
    case 'task reopen':
    case 'task rename':
    case 'task move':
    case 'task estimate':
    case 'task tag':
    case 'task untag':
    case 'task delete':
      return changeTaskBy(call, command);
    case 'note':
      return note(call, command);
    case 'notes':
      return notes(call, command);
    case 'team':
      return teamCommand(call, command);
    case 'tags':
      return tags(call, command);
    case 'tag rename':
    case 'tag merge':
    case 'tag archive':
    case 'tag unarchive':
      return tag(call, command);
    default:
      return notUnderstood(text);
  }
}
