/** A DynamoDB engine on this machine. */
export type Engine = {
  readonly endpoint: string;
  readonly pid: number;
  /** Ends the engine and waits until it is gone; one that another process owns is left alone. */
  stop(): Promise<void>;
};
