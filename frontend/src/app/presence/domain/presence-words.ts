export type Presence = 'ABSENT' | 'ATTENDING' | 'IN_ROOM' | 'AWAY' | 'REJOINING';
export type PresenceTone = 'good' | 'warn' | 'calm' | 'accent';

interface PresenceWords {
  readonly text: string;
  readonly tone: PresenceTone;
}

const words: Readonly<Record<Presence, PresenceWords>> = {
  ABSENT: { text: 'Not here yet', tone: 'calm' },
  ATTENDING: { text: 'Getting ready', tone: 'accent' },
  IN_ROOM: { text: 'In the room', tone: 'good' },
  AWAY: { text: 'Disconnected', tone: 'warn' },
  REJOINING: { text: 'Rejoining', tone: 'accent' },
};

/** Whether the other one is there, in words. */
export function presenceWords(presence: Presence): PresenceWords {
  return words[presence];
}

/** The same within the room, beside each of the two. */
export function roomWords(presence: Presence): PresenceWords {
  return presence === 'IN_ROOM' ? { text: 'Active', tone: 'good' } : words[presence];
}

/** What the one who stays is told of the one who is missing. `presence` is of the missing one. */
export function missingText(
  role: 'MENTOR' | 'LEARNER',
  presence: Presence,
  hasBegun: boolean,
): string {
  if (!hasBegun) return role === 'MENTOR' ? 'Waiting for mentor…' : 'Waiting for learner…';
  if (role === 'LEARNER') return 'Waiting for learner...';
  return presence === 'REJOINING' || presence === 'ATTENDING'
    ? 'Mentor rejoining...'
    : 'Mentor disconnected, please wait...';
}
