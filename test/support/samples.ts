import type { EntryContent } from '../../src/entry.ts';
import type { Member } from '../../src/member.ts';
import type { RunningTimer } from '../../src/timer.ts';

export const ADA: Member = { workspaceId: 'T1', memberId: 'U1' };
export const BOB: Member = { workspaceId: 'T1', memberId: 'U2' };
/** The same member id in another workspace. */
export const EVE: Member = { workspaceId: 'T2', memberId: 'U1' };

/** An entry's content: 45 minutes of writing on a fixed day, unless said otherwise. */
export function content(said: Partial<EntryContent> = {}): EntryContent {
  return {
    date: '2026-09-16',
    zone: 'Europe/Madrid',
    seconds: 2700,
    measures: [],
    tags: ['writing'],
    ...said,
  };
}

/** A timer that has been running since 15:00 UTC. */
export function running(said: Partial<RunningTimer> = {}): RunningTimer {
  return {
    startedAt: Date.UTC(2026, 8, 16, 15),
    zone: 'Europe/Madrid',
    measures: [],
    tags: ['deep'],
    ...said,
  };
}
