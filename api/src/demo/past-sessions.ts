/** One session of the demo's past, in minutes from its scheduled start. */
export interface PastSession {
  readonly title: string;
  readonly daysAgo: number;
  readonly hour: number;
  readonly lengthMinutes: number;
  readonly topics: readonly string[];
  /** From when to when each of them was in the room; `null`: never came. */
  readonly mentorStay: readonly [number, number] | null;
  readonly learnerStay: readonly [number, number] | null;
  /** Minute, who, and what they wrote. */
  readonly chat: readonly (readonly [number, 'mentor' | 'learner', string])[];
  readonly rating: number | null;
  readonly comment: string;
}

export const pastSessions: readonly PastSession[] = [
  {
    title: 'Variables and expressions',
    daysAgo: 15,
    hour: 16,
    lengthMinutes: 45,
    topics: ['What a letter stands for', 'Like terms', 'Brackets'],
    mentorStay: [-2, 45.5],
    learnerStay: [-1, 45.5],
    chat: [
      [0, 'mentor', 'Welcome, Leo! We begin with what a letter can stand for.'],
      [14, 'learner', 'So 3x + 2x is 5x, whatever x is?'],
      [15, 'mentor', 'Exactly. That is the whole idea of like terms.'],
    ],
    rating: 5,
    comment: 'Now I see why letters help.',
  },
  {
    title: 'Solving linear equations',
    daysAgo: 8,
    hour: 16,
    lengthMinutes: 45,
    topics: ['Balance', 'Both sides', 'Word problems'],
    mentorStay: [-3, 24],
    learnerStay: [2, 21],
    chat: [
      [3, 'learner', 'Sorry, the bus was late.'],
      [4, 'mentor', 'No problem. We take the balance first.'],
    ],
    rating: 4,
    comment: 'Had to leave early.',
  },
  {
    title: 'Inequalities',
    daysAgo: 4,
    hour: 17,
    lengthMinutes: 30,
    topics: ['Signs', 'Number line'],
    mentorStay: [-2, 11],
    learnerStay: null,
    chat: [],
    rating: null,
    comment: '',
  },
];
