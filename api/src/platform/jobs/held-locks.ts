import type { JobId, JobRepository } from 'agenda';

type Asked = Parameters<JobRepository['getNextJobToRun']>;

/**
 * Knows which jobs this process has locked and not begun. Agenda knows it too, but not of a lock that
 * is still on its way while Agenda ends, and that one would keep the job from others for its whole life.
 */
export class HeldLocks {
  private readonly held = new Map<string, JobId>();
  private readonly asking = new Set<Promise<unknown>>();

  private constructor(private readonly repository: JobRepository) {}

  /** Watches a repository from before its first job. */
  static of(repository: JobRepository): HeldLocks {
    const locks = new HeldLocks(repository);
    const next = repository.getNextJobToRun.bind(repository);
    const unlock = repository.unlockJob.bind(repository);
    repository.getNextJobToRun = (...asked: Asked) => locks.lock(next(...asked));
    repository.unlockJob = async (job) => {
      locks.begun(job._id);
      await unlock(job);
    };
    return locks;
  }

  /** The job runs, or is no longer ours. */
  begun(id: JobId | undefined): void {
    this.held.delete(String(id));
  }

  /** Leaves to other processes what was locked and will not begin here. */
  async release(): Promise<void> {
    await Promise.allSettled(this.asking);
    const left = [...this.held.values()];
    this.held.clear();
    if (left.length > 0) await this.repository.unlockJobs(left);
  }

  private async lock(asked: ReturnType<JobRepository['getNextJobToRun']>) {
    this.asking.add(asked);
    try {
      const job = await asked;
      if (job?._id !== undefined) this.held.set(String(job._id), job._id);
      return job;
    } finally {
      this.asking.delete(asked);
    }
  }
}
