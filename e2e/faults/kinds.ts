import type { RedisServer } from '../support/redis-server.ts';
import type { Scene, Wired } from './scene.ts';

/** Something that goes wrong, and is mended again. */
export interface Fault {
  readonly name: string;
  /** Which part it takes; two faults of one part are not caused at the same time. */
  readonly part: string;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

/** Every fault that can be caused in a scene. */
export function faultsOf({ stack, toDatabase, redis, mentor, learner }: Scene): readonly Fault[] {
  const { api, media, database } = stack;
  return [
    {
      name: 'the API is killed',
      part: 'api',
      begin: () => api.kill(),
      end: () => api.start(),
    },
    {
      name: 'the API stands still',
      part: 'api',
      begin: () => {
        api.freeze();
      },
      end: () => {
        api.thaw();
      },
    },
    {
      name: 'the media server is killed',
      part: 'media',
      begin: () => media.kill(),
      end: () => media.start(),
    },
    {
      name: 'the media server stands still',
      part: 'media',
      begin: () => {
        media.freeze();
      },
      end: () => {
        media.thaw();
      },
    },
    {
      name: 'the database is killed',
      part: 'database',
      begin: () => database.kill(),
      end: () => database.start(),
    },
    {
      name: 'the database is silent',
      part: 'database',
      begin: () => {
        toDatabase.state = 'silent';
      },
      end: () => {
        toDatabase.state = 'open';
      },
    },
    {
      name: 'the database is slow',
      part: 'database',
      begin: () => {
        toDatabase.state = 'slow';
      },
      end: () => {
        toDatabase.state = 'open';
      },
    },
    ...(redis ? faultsOfRedis(redis) : []),
    ...faultsOfPerson(mentor),
    ...faultsOfPerson(learner),
  ];
}

/** News then stay within their process, and each counts for itself; nobody should notice. */
function faultsOfRedis(redis: RedisServer): readonly Fault[] {
  return [
    {
      name: 'Redis is killed',
      part: 'redis',
      begin: () => redis.kill(),
      end: () => redis.start(),
    },
    {
      name: 'Redis stands still',
      part: 'redis',
      begin: () => {
        redis.freeze();
      },
      end: () => {
        redis.thaw();
      },
    },
  ];
}

/** What happens to the network of one person. Pictures and sound go by UDP and are not on these wires. */
function faultsOfPerson({ person, toApi, toMedia }: Wired): readonly Fault[] {
  const who = person.account.name;
  const states = ['slow', 'silent', 'cut'] as const;
  const ways = [
    { what: 'way to the API', wires: [toApi] },
    { what: 'way to the media server', wires: [toMedia] },
    { what: 'network', wires: [toApi, toMedia] },
  ];
  return ways.flatMap(({ what, wires }) =>
    states.map((state) => ({
      name: `${who}’s ${what} is ${state}`,
      part: who,
      begin: () => {
        for (const wire of wires) wire.state = state;
      },
      end: () => {
        for (const wire of wires) wire.state = 'open';
      },
    })),
  );
}
