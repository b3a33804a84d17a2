import { AsyncLocalStorage } from 'node:async_hooks';
import type { Effects, LogLine, Marks } from '../bot/effects.ts';
import type { Usage } from '../store/store.ts';
import { writeLog } from './log.ts';

/** What one request or job came to so far. */
type Trace = { readonly request: string; marks: Marks; requests: number; read: number; write: number };

const traces = new AsyncLocalStorage<Trace>();

/** Events of which a request or job has one: there stands what it came to. */
const SUMMARIES = new Set(['request', 'job', 'job failed', 'tick']);

/** Does one request or job so that every line of the log that it leads to names it, by `request`. */
export function traced<Result>(request: string, work: () => Promise<Result>): Promise<Result> {
  return traces.run({ request, marks: {}, requests: 0, read: 0, write: 0 }, work);
}

/** Adds to what the summary of the request under way tells; the last word counts. */
export function mark(marks: Marks): void {
  const trace = traces.getStore();
  if (trace !== undefined) trace.marks = { ...trace.marks, ...marks };
}

/** Adds one request to the table to what the request under way cost. */
export function countUsage({ read, write }: Usage): void {
  const trace = traces.getStore();
  if (trace === undefined) return;
  trace.requests += 1;
  trace.read += read;
  trace.write += write;
}

/** A line with what the request under way adds to it: its id, and in its summary all that it came to. */
export function inTrace(line: LogLine): LogLine {
  const trace = traces.getStore();
  if (trace === undefined) return line;
  const { request, marks, ...cost } = trace;
  return SUMMARIES.has(line.event) ? { ...line, request, ...marks, ...cost } : { ...line, request };
}

/** The log of a process; `metricsOf` gives what else a line carries for whoever makes metrics of it. */
export function createLog(metricsOf: (line: LogLine) => object = () => ({})): Effects['log'] {
  return (line) => {
    const whole = inTrace(line);
    writeLog(whole, metricsOf(whole));
  };
}
