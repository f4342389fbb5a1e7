import type { Log } from './log.server.ts';

/** Runs small jobs again and again, one run of each at a time. */
export function createScheduler(log: Log) {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<void>>();
  return {
    /** @param atOnce  the first time now, and not only when the time has passed once */
    every(ms: number, name: string, job: () => unknown, { atOnce = false } = {}): void {
      let isRunning = false;
      const run = async () => {
        if (isRunning) return;
        isRunning = true;
        try {
          await job();
        } catch (error) {
          log.error({ job: name, error: String(error) }, 'a scheduled job failed and will run again');
        } finally {
          isRunning = false;
        }
      };
      const start = () => {
        const once = run().finally(() => running.delete(once));
        running.add(once);
      };
      timers.push(setInterval(start, ms));
      if (atOnce) start();
    },
    /** Waits for what is running, starts nothing more. */
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
    },
  };
}
