import type { Call } from '../call.ts';

/**
 * Does what an event asks for; `event` is its content, still to be read. Slack repeats an event until it is answered, so
 * whatever is written derives from the call's request id, which is the event's.
 */
export type EventHandler = (call: Call, event: unknown) => Promise<void>;
