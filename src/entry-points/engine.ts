/** Thrown where there is no engine to be had; its message says why, and what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** A DynamoDB engine on this machine. */
export type Engine = {
  readonly endpoint: string;
  readonly pid: number;
  /** Ends the engine and waits until it is gone; one that another process owns is left alone. */
  stop(): Promise<void>;
};
