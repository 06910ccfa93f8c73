import type { Person } from '../../accounts/person.ts';
import { createLogger } from '../../platform/logger.ts';
import type { SessionFacts, SessionStatus } from '../../sessions/sessions.ts';
import type { TranscriptStatus } from '../domain/transcript-status.ts';
import { ScriptedRooms } from './scripted-rooms.ts';

const emails = ['mia@demo.example', 'leo@demo.example'];

class Place {
  status: SessionStatus = 'ACTIVE';
  isAgreed = true;
  readonly reports: TranscriptStatus['state'][] = [];
  readonly rooms: ScriptedRooms;

  constructor(learnerEmail: string) {
    const facts = () =>
      ({
        sessionId: 'one',
        mentorId: 'mia',
        learnerId: 'leo',
        status: this.status,
      }) as SessionFacts;
    const person = (id: string, email: string) => [id, { id, email } as Person] as const;
    const both = new Map([person('mia', 'mia@demo.example'), person('leo', learnerEmail)]);
    this.rooms = new ScriptedRooms({
      emails,
      facts: { of: () => Promise.resolve(facts()) },
      consents: { isRunning: () => Promise.resolve(this.isAgreed) },
      people: { byIds: () => Promise.resolve(both) },
      write: {
        run: () => Promise.resolve({ refused: [] }),
        report: (_sessionId, { state }) => {
          this.reports.push(state);
          return Promise.resolve();
        },
      },
      clock: { now: () => 0 },
      logger: createLogger('silent'),
    });
  }

  async becomes(status: SessionStatus): Promise<void> {
    this.status = status;
    this.rooms.look('one');
    await new Promise(setImmediate);
  }
}

describe('ScriptedRooms', () => {
  it('ROOM-8 speaks while both are there, and not while one is away', async () => {
    const place = new Place('leo@demo.example');
    await place.becomes('WAITING');
    expect(place.reports).toEqual([]);
    await place.becomes('ACTIVE');
    await place.becomes('ACTIVE');
    expect(place.reports).toEqual(['RUNNING']);
    await place.becomes('PAUSED');
    expect(place.reports).toEqual(['RUNNING', 'OFF']);
    await place.becomes('ACTIVE');
    await place.rooms[Symbol.asyncDispose]();
    expect(place.reports).toEqual(['RUNNING', 'OFF', 'RUNNING', 'OFF']);
  });

  it('ROOM-18 speaks while both agree, and not off the record', async () => {
    const place = new Place('leo@demo.example');
    place.isAgreed = false;
    await place.becomes('ACTIVE');
    expect(place.reports).toEqual([]);
    place.isAgreed = true;
    await place.becomes('ACTIVE');
    place.isAgreed = false;
    await place.becomes('ACTIVE');
    expect(place.reports).toEqual(['RUNNING', 'OFF']);
    await place.rooms[Symbol.asyncDispose]();
  });

  it('ROOM-8 never speaks in a session of anybody else', async () => {
    const place = new Place('sam@school.org');
    await place.becomes('ACTIVE');
    expect(place.reports).toEqual([]);
    await place.rooms[Symbol.asyncDispose]();
  });
});
