export type Outcome = 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW' | 'CANCELLED';
export type Tone = 'good' | 'warn' | 'bad' | 'calm';

interface OutcomeWords {
  readonly text: string;
  readonly tone: Tone;
}

const words: Readonly<Record<Outcome, OutcomeWords>> = {
  COMPLETED: { text: 'Session Completed', tone: 'good' },
  INCOMPLETE: { text: 'Session Incomplete', tone: 'warn' },
  NO_SHOW: { text: 'Missed', tone: 'bad' },
  CANCELLED: { text: 'Cancelled', tone: 'calm' },
};

/** How an ended session counts, in words and colour. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  return words[outcome];
}
