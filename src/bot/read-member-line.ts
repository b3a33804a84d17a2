import type { EntryContent } from '../entry.ts';
import type { Command } from '../phrase/command.ts';
import { readLine } from '../phrase/read-line.ts';
import type { LogReading, Reading } from '../phrase/reading.ts';
import { namesFor } from '../store/in-force.ts';
import type { Tag } from '../tag.ts';
import { tagsInForce } from '../tag-names.ts';
import type { Instant } from '../time.ts';
import type { MemberCall } from './call.ts';

/** Reads a line as the member means it: as typed at `now` in their zone, and `#old` is what they call it today. */
export function readMemberLine(call: MemberCall, text: string, now: Instant = call.now): Reading {
  const { zone, weekStart } = call.prefs;
  const reading = readLine(text, { now, zone, weekStart });
  switch (reading.kind) {
    case 'log':
      return logInForce(call, reading);
    case 'command':
      return { ...reading, command: commandInForce(call, reading.command) };
    case 'ask': {
      const choices = reading.choices.map(({ label, reading: one }) => ({
        label,
        reading:
          one.kind === 'log' ? logInForce(call, one) : { ...one, command: commandInForce(call, one.command) },
      }));
      return { ...reading, choices };
    }
    case 'error':
      return reading;
    default:
      return reading satisfies never;
  }
}

/** The names in force of what the member typed or chose. */
export function memberTags({ store, member }: MemberCall, tags: readonly Tag[]): readonly Tag[] {
  return tagsInForce(tags, namesFor(store, member));
}

function logInForce(call: MemberCall, reading: LogReading): LogReading {
  const named = (content: EntryContent) => ({ ...content, tags: memberTags(call, content.tags) });
  return {
    ...reading,
    content: named(reading.content),
    alternatives: reading.alternatives.map(({ label, content }) => ({ label, content: named(content) })),
  };
}

/** A command about tags themselves speaks of the names as they are typed. */
function commandInForce(call: MemberCall, command: Command): Command {
  return 'tags' in command ? { ...command, tags: memberTags(call, command.tags) } : command;
}
