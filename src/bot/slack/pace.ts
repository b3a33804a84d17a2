import type { Instant } from '../../time.ts';

/** Keeps one process's messages within Slack's limits, each workspace by itself. */
export type Pace = {
  /**
   * Waits until a message may go to a channel: the answer is 0 then. Otherwise the milliseconds after which to come again,
   * since Slack wants the workspace left alone, or too many are before this one.
   */
  readonly turn: (workspaceId: string, channel: string) => Promise<number>;
  /** How long Slack wants a workspace left alone, in milliseconds; 0 where it does not. */
  readonly heldFor: (workspaceId: string) => number;
  /** Leaves a workspace alone for so many milliseconds. */
  readonly hold: (workspaceId: string, after: number) => void;
};

export type PaceClock = {
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<unknown>;
};

/** Slack takes about one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits). */
const CHANNEL_MS = 1000;

/** And several hundred a minute in a workspace: here 300 from each process, in even steps. */
const WORKSPACE_MS = 200;

/** Nobody waits longer for their turn: a worker's time costs money, and its lease runs out. */
const LONGEST_WAIT_MS = 15_000;

/** As many channels are remembered; those whose second is long over are dropped first. */
const MOST_REMEMBERED = 2000;

/** It knows of its own process alone: what several do together too fast, Slack's own answer slows down. */
export function createPace({ now, pause }: PaceClock): Pace {
  /** When the next message may go, by workspace and by channel. */
  const next = new Map<string, Instant>();
  const held = new Map<string, Instant>();

  const heldFor = (workspaceId: string) => Math.max(0, (held.get(workspaceId) ?? 0) - now());

  return {
    heldFor,
    hold(workspaceId, after) {
      held.set(workspaceId, Math.max(held.get(workspaceId) ?? 0, now() + after));
    },
    async turn(workspaceId, channel) {
      const wait = heldFor(workspaceId);
      if (wait > 0) return wait;
      const place = `${workspaceId}/${channel}`;
      const from = now();
      const at = Math.max(from, next.get(workspaceId) ?? 0, next.get(place) ?? 0);
      if (at - from > LONGEST_WAIT_MS) return at - from;
      forget(next, from);
      next.set(workspaceId, at + WORKSPACE_MS);
      next.set(place, at + CHANNEL_MS);
      if (at > from) await pause(at - from);
      // Meanwhile another message may have been answered with a 429.
      return heldFor(workspaceId);
    },
  };
}

function forget(next: Map<string, Instant>, now: Instant): void {
  if (next.size < MOST_REMEMBERED) return;
  for (const [place, at] of next) if (at <= now) next.delete(place);
}
