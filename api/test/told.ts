import type { TestApi } from './test-api.ts';

interface Row {
  readonly person: string;
  readonly kind: string;
  readonly channel: string;
  readonly state: string;
}

/** What became of the notices of a test, a line each: who, what, on which way, how it ended. */
export async function toldBy(api: TestApi): Promise<readonly string[]> {
  const rows = await api.app.database.fork().execute<Row[]>(
    `select p.display_name as person, n.kind, d.channel, d.state
       from notice_delivery d join notice n on n.id = d.notice_id join person p on p.id = d.person_id
       order by d.due_at, n.kind, p.display_name, d.channel`,
  );
  return rows.map(({ person, kind, channel, state }) => {
    return `${person.split(' ')[0] ?? ''} ${kind} ${channel} ${state}`;
  });
}

/** Derives and delivers all that is due by the clock of the test. */
export async function tell(api: TestApi): Promise<void> {
  await api.app.reminders.derive();
  await api.app.reminders.deliverDue();
}
