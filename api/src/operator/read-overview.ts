import type { PersonReader } from '../accounts/person.ts';
import type { Role } from '../accounts/viewer.ts';
import type { Clock } from '../platform/clock.ts';
import type { PartHealth } from '../platform/http/health.ts';
import type { DeliveryFigures, DeliveryReader } from '../reminders/reminders.ts';
import type { SessionIndex, SessionOutcome, SessionStatus, Tally } from '../sessions/sessions.ts';

export interface OverviewOptions {
  readonly sessions: SessionIndex;
  readonly people: PersonReader;
  readonly deliveries: DeliveryReader;
  readonly clock: Clock;
  readonly parts: () => Promise<readonly PartHealth[]>;
}

export interface Overview {
  readonly at: number;
  readonly live: Tally<SessionStatus>;
  readonly onDay: number;
  readonly nextDay: number;
  readonly outcomes: Tally<SessionOutcome>;
  readonly people: readonly { readonly role: Role; readonly count: number }[];
  readonly notices: DeliveryFigures;
  readonly parts: readonly PartHealth[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const dayMs = 24 * 3_600_000;
const recentMs = 30 * dayMs;

/** Reads how the place fares; `today` is the day of whoever asks. */
export async function readOverview(options: OverviewOptions, today: Span): Promise<Overview> {
  const { sessions, people, clock } = options;
  const at = clock.now();
  const [live, onDay, nextDay, outcomes, roles, notices, parts] = await Promise.all([
    sessions.liveByStatus(),
    sessions.starting(today.from, today.to),
    sessions.starting(at, at + dayMs),
    sessions.outcomes(at - recentMs, at),
    people.countByRole(),
    options.deliveries.figures(at),
    options.parts(),
  ]);
  return { at, live, onDay, nextDay, outcomes, people: roles, notices, parts };
}
