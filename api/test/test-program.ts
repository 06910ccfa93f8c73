import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/app.ts';
import { configFrom } from '../src/platform/config/config.ts';
import { readEnv } from '../src/platform/config/env.ts';
import { createLogger } from '../src/platform/logger.ts';
import { minuteMs } from './meeting.ts';

type Settings = Readonly<Record<string, string>>;

/** The api as a process of its own, which can be killed in the middle of its work. */
export function startProgram(settings: Settings): { kill(): Promise<void> } {
  const program = fileURLToPath(new URL('../src/main.js', import.meta.url));
  const child = spawn(process.execPath, [program], {
    env: { ...settings, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Plans a session in ten minutes by a program that never ran, so that nobody was told of it yet. */
export async function planWithoutStart(
  settings: Settings,
): Promise<{ readonly emails: readonly string[] }> {
  const config = configFrom(readEnv(settings));
  await using app = await createApp(config, { logger: createLogger('silent') });
  const { accounts, sessions } = app;
  const emails = ['maya@example.com', 'leo@example.com'] as const;
  const mentor = await accounts.addPerson({
    email: emails[0],
    displayName: 'Maya Lindqvist',
    roles: ['MENTOR'],
  });
  const learner = await accounts.addPerson({
    email: emails[1],
    displayName: 'Leo Okafor',
    roles: ['LEARNER'],
  });
  const { course } = await sessions.courses.ensure({ title: 'Algebra', description: '' });
  const startsAt = Date.now() + 10 * minuteMs;
  await sessions.schedule.run({
    courseId: course.id,
    mentorId: mentor.id,
    learnerId: learner.id,
    title: 'Fractions',
    startsAt,
    endsAt: startsAt + 30 * minuteMs,
    topics: [],
  });
  return { emails };
}
