import type { Jobs } from './jobs.ts';

const nothing = () => Promise.resolve();

/** For a command that is over before anything could ring; the running program finds what is due by itself. */
export const noJobs: Jobs = {
  define: () => undefined,
  at: nothing,
  every: nothing,
  start: nothing,
  checkHealth: nothing,
  [Symbol.asyncDispose]: nothing,
};
