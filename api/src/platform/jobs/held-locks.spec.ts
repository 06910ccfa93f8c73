import type { JobId, JobParameters, JobRepository } from 'agenda';
import { HeldLocks } from './held-locks.ts';

const idOf = (id: string) => id as unknown as JobId;
const jobOf = (id: string) => ({ _id: idOf(id), name: 'job' }) as JobParameters;

/** A repository that gives what it is told to, when it is told to. */
function scene() {
  const unlocked: string[] = [];
  const answers: PromiseWithResolvers<JobParameters | undefined>[] = [];
  const repository = {
    getNextJobToRun: () => {
      const answer = Promise.withResolvers<JobParameters | undefined>();
      answers.push(answer);
      return answer.promise;
    },
    unlockJob: (job: JobParameters) => {
      unlocked.push(String(job._id));
      return Promise.resolve();
    },
    unlockJobs: (ids: readonly (JobId | string)[]) => {
      unlocked.push(...ids.map(String));
      return Promise.resolve();
    },
  } as unknown as JobRepository;
  const locks = HeldLocks.of(repository);
  const ask = () => {
    const now = new Date(0);
    const given = repository.getNextJobToRun('job', now, now, undefined, undefined);
    const answer = answers.at(-1);
    if (!answer) throw new Error('nobody was asked');
    return { given, answer };
  };
  const lock = async (id: string) => {
    const { given, answer } = ask();
    answer.resolve(jobOf(id));
    await given;
  };
  return { locks, repository, unlocked, ask, lock };
}

describe('HeldLocks', () => {
  it('PRE-10 leaves to others what was locked and did not begin', async () => {
    const { locks, unlocked, lock } = scene();
    await lock('begins');
    await lock('waits');
    locks.begun(idOf('begins'));
    await locks.release();
    expect(unlocked).toEqual(['waits']);
  });

  it('PRE-10 waits at the end for a lock that is on its way', async () => {
    const { locks, unlocked, ask } = scene();
    const { answer } = ask();
    const released = locks.release();
    answer.resolve(jobOf('late'));
    await released;
    expect(unlocked).toEqual(['late']);
  });

  it('PRE-10 ends also where a lock could not be had', async () => {
    const { locks, unlocked, ask, lock } = scene();
    await lock('waits');
    const { given, answer } = ask();
    answer.reject(new Error('the store is away'));
    await expectAsync(given).toBeRejectedWithError('the store is away');
    await locks.release();
    expect(unlocked).toEqual(['waits']);
  });

  it('PRE-10 does not free once more what was given back already', async () => {
    const { locks, repository, unlocked, lock } = scene();
    await lock('far away');
    await repository.unlockJob(jobOf('far away'));
    await locks.release();
    expect(unlocked).toEqual(['far away']);
  });
});
