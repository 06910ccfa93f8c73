import type { Accounts } from './accounts/accounts.ts';
import type { Base, Overrides } from './base.ts';
import type { Config } from './platform/config/config.ts';
import type { PeoplesPreferences } from './preferences/preferences.ts';
import type { Push } from './push/push.ts';
import { noticeMetrics } from './reminders/notice-metrics.ts';
import { createReminders, type Reminders } from './reminders/reminders.ts';
import type { Sessions } from './sessions/sessions.ts';

/** Who people are, how they can be reached, and how they want to be. */
export interface OfPeople {
  readonly accounts: Accounts;
  readonly push: Push;
  readonly preferences: PeoplesPreferences;
}

/** Reminders of what this program is made of. */
export function remindersOf(
  config: Config,
  base: Base,
  people: OfPeople,
  { sessions, overrides }: { readonly sessions: Sessions; readonly overrides: Overrides },
): Reminders {
  const { clock, database, wakeUps, jobs, mailbox } = base;
  const reminders = createReminders({
    ...{ clock, database, wakeUps, jobs, mailbox, sessions, ...people },
    ...(overrides.push ? { push: overrides.push } : {}),
    meter: overrides.noticeMeter ?? noticeMetrics(base.metrics),
    leads: config.reminders,
    ...config.notices,
    publicUrl: config.http.publicUrl,
    from: config.mail.from,
    logger: base.logger.child({ context: 'reminders' }),
  });
  base.metrics.gauge(
    'peerlearn_notices_late',
    'Notices that have not gone out more than a minute after they were due.',
    () => reminders.deliveries.late(clock.now()),
  );
  return {
    ...reminders,
    async [Symbol.asyncDispose]() {
      // They wait for what they are sending, and nobody waits for push services that are slow.
      people.push.giveUp();
      await reminders[Symbol.asyncDispose]();
    },
  };
}
