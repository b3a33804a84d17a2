import { randomBytes } from 'node:crypto';

/** Trigger ids open a modal once, for three seconds. */
export type Triggers = {
  readonly mint: (memberId: string, viewId?: string) => string;
  /** Spends the trigger; a string is Slack's error. */
  readonly exchange: (triggerId: unknown) => Trigger | string;
};
export type Trigger = { readonly memberId: string; readonly viewId?: string | undefined };

const LIFETIME_MS = 3000;
const KEPT = 200;

export function createTriggers(now: () => number): Triggers {
  const minted = new Map<string, Trigger & { readonly at: number; readonly used: boolean }>();
  return {
    mint(memberId, viewId) {
      const id = `${now()}.${Math.floor(now() / 1000)}.${randomBytes(16).toString('hex')}`;
      minted.set(id, { memberId, viewId, at: now(), used: false });
      for (const oldest of [...minted.keys()].slice(0, -KEPT)) minted.delete(oldest);
      return id;
    },
    exchange(triggerId) {
      const trigger = typeof triggerId === 'string' ? minted.get(triggerId) : undefined;
      if (typeof triggerId !== 'string' || !trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now() - trigger.at >= LIFETIME_MS) return 'expired_trigger_id';
      minted.set(triggerId, { ...trigger, used: true });
      return trigger;
    },
  };
}
