import { describe, expect, it, vi } from 'vitest';
import type { Job } from '../../src/bot/jobs/job.ts';
import { createJobQueue } from '../../src/entry-points/job-queue.ts';

const job = (id: string): Job => ({
  kind: 'errand',
  id,
  until: 0,
  due: { bucket: 0, errand: 'digest', member: { workspaceId: 'T1', memberId: 'U1' } },
});

/** A queue whose jobs last until they are released, with what it did and said. */
function heldQueue(atOnce = 2) {
  const begun: string[] = [];
  const events: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const queue = createJobQueue(
    async ({ id }) => {
      begun.push(id);
      const gate = Promise.withResolvers<void>();
      gates.set(id, gate);
      await gate.promise;
    },
    { atOnce, log: ({ event }) => void events.push(event), pause: async () => undefined },
  );
  const release = async (id: string) => {
    gates.get(id)?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, events, gates, release };
}

describe('a queue in the process', () => {
  it('does a few jobs at once, in the order in which they came', async () => {
    const { queue, begun, release } = heldQueue();
    for (const id of ['a', 'b', 'c', 'd']) await queue.enqueue(job(id));
    expect(begun).toEqual(['a', 'b']);
    await release('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const id of ['a', 'c', 'd']) await release(id);
    await queue.idle();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes a job that waits already only once, and one that is under way again', async () => {
    const { queue, begun, release } = heldQueue(1);
    for (const id of ['a', 'a', 'b', 'b']) await queue.enqueue(job(id));
    for (const id of ['a', 'a', 'b']) await release(id);
    await queue.idle();
    expect(begun).toEqual(['a', 'a', 'b']);
  });

  it('holds a job back until its time, and takes it only once meanwhile', async () => {
    vi.useFakeTimers();
    try {
      const { queue, begun } = heldQueue();
      await queue.enqueue(job('a'), 30_000);
      await queue.enqueue(job('a'), 60_000);
      await queue.enqueue(job('a'));
      await queue.enqueue(job('b'));
      expect(begun).toEqual(['b']);
      await vi.advanceTimersByTimeAsync(29_999);
      expect(begun).toEqual(['b']);
      await vi.advanceTimersByTimeAsync(100_000);
      expect(begun).toEqual(['b', 'a']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('forgets what it holds back when it is stopped', async () => {
    vi.useFakeTimers();
    try {
      const { queue, begun } = heldQueue();
      await queue.enqueue(job('a'), 30_000);
      await queue.stop();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(begun).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does a job that fails again, and gives it up in the end', async () => {
    let tries = 0;
    const events: string[] = [];
    const pauses: number[] = [];
    const queue = createJobQueue(
      async () => {
        tries += 1;
        throw new RangeError('a fault');
      },
      {
        log: ({ event }) => void events.push(event),
        pause: async (milliseconds) => void pauses.push(milliseconds),
      },
    );
    await queue.enqueue(job('a'));
    await queue.idle();
    expect([tries, pauses]).toEqual([3, [2000, 4000]]);
    expect(events).toEqual(['job failed', 'job failed', 'job given up']);
  });

  it('finishes what is under way when it is stopped, tells what it leaves, and takes no more', async () => {
    const { queue, begun, events, release } = heldQueue(1);
    await queue.enqueue(job('a'));
    await queue.enqueue(job('b'));
    let isOver = false;
    const stopped = queue.stop().then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    await release('a');
    await stopped;
    expect(begun).toEqual(['a']);
    expect(events).toEqual(['job left undone']);
    await expect(queue.enqueue(job('c'))).rejects.toThrow('asked to stop');
  });

  it('calls no failure what a job that is under way can’t hand on any more', async () => {
    const events: string[] = [];
    const { promise: stopping, resolve } = Promise.withResolvers<void>();
    const queue = createJobQueue(
      async () => {
        await stopping;
        await queue.enqueue(job('next'));
      },
      { log: ({ level, event }) => void events.push(`${level} ${event}`) },
    );
    await queue.enqueue(job('a'));
    const stopped = queue.stop();
    resolve();
    await stopped;
    expect(events).toEqual(['warn job left undone']);
  });
});
