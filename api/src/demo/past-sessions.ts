import { boardOf, type BoardShape, type Who } from './past-board.ts';

/** What the mentor wrote: minute, on which topic (from 0), what kind, and the words. */
export interface PastAnnotation {
  readonly minute: number;
  readonly topic: number;
  readonly kind: 'INSIGHT' | 'HOMEWORK' | 'QUESTION';
  readonly text: string;
  readonly isPrivate?: boolean;
}

/** One session of the demo's past, in minutes from its scheduled start. */
export interface PastSession {
  readonly title: string;
  readonly daysAgo: number;
  readonly hour: number;
  readonly lengthMinutes: number;
  readonly topics: readonly string[];
  /** When each of the first topics was done. */
  readonly done: readonly number[];
  /** From when to when each of them was in the room; `null`: never came. */
  readonly mentorStay: readonly [number, number] | null;
  readonly learnerStay: readonly [number, number] | null;
  /** Minute, who, and what they wrote. */
  readonly chat: readonly (readonly [number, Who, string])[];
  /** Minute, who, and what they said. */
  readonly spoken: readonly (readonly [number, Who, string])[];
  readonly annotations: readonly PastAnnotation[];
  /** What stood on the whiteboard in the end. */
  readonly board: readonly BoardShape[];
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
    done: [11, 27, 43],
    mentorStay: [-2, 45.5],
    learnerStay: [-1, 45.5],
    chat: [
      [0, 'mentor', 'Welcome, Leo! We begin with what a letter can stand for.'],
      [14, 'learner', 'So 3x + 2x is 5x, whatever x is?'],
      [15, 'mentor', 'Exactly. That is the whole idea of like terms.'],
    ],
    spoken: [
      [0.4, 'mentor', 'Hello Leo. Tell me first what you think a letter in a formula is.'],
      [0.9, 'learner', 'Something that I have to find out?'],
      [
        1.2,
        'mentor',
        'Often, yes. And sometimes it is any number at all, and nothing is to be found.',
      ],
      [3.5, 'mentor', 'Say a ticket costs four euros. What do n tickets cost?'],
      [3.9, 'learner', 'Four times n.'],
      [4.1, 'mentor', 'And that sentence is true for every n. That is what letters are good for.'],
      [12.5, 'mentor', 'Now look at the board. Which of these belong together?'],
      [13.2, 'learner', 'The ones with x. Three x and two x make five x.'],
      [13.8, 'mentor', 'And the seven?'],
      [14.3, 'learner', 'It stays alone, it has no x.'],
      [28.1, 'mentor', 'What does the two in front of the bracket do?'],
      [28.8, 'learner', 'It goes to the x and to the three. I always forget the second one.'],
      [29.5, 'mentor', 'Draw the two little arrows every time, until your hand does it by itself.'],
      [43.4, 'mentor', 'That was good work. Do the brackets on page twelve until next week.'],
    ],
    annotations: [
      {
        ...{ minute: 5, topic: 0, kind: 'INSIGHT' },
        text: 'A letter can stand for any number: 4n is the price of n tickets.',
      },
      {
        ...{ minute: 15, topic: 1, kind: 'INSIGHT' },
        text: 'Only like terms can be added: 3x + 2x = 5x, but 5x + 7 stays as it is.',
      },
      {
        ...{ minute: 30, topic: 2, kind: 'QUESTION' },
        text: 'Why does a minus before a bracket turn every sign in it?',
      },
      {
        ...{ minute: 31, topic: 2, kind: 'INSIGHT', isPrivate: true },
        text: 'Forgets the second product. Come back to it at the start of next time.',
      },
      {
        ...{ minute: 44, topic: 2, kind: 'HOMEWORK' },
        text: 'Brackets, page 12, numbers 1 to 8. Draw the arrows.',
      },
    ],
    board: boardOf.brackets,
    rating: 5,
    comment: 'Now I see why letters help.',
  },
  {
    title: 'Solving linear equations',
    daysAgo: 8,
    hour: 16,
    lengthMinutes: 45,
    topics: ['Balance', 'Both sides', 'Word problems'],
    done: [15],
    mentorStay: [-3, 24],
    learnerStay: [2, 21],
    chat: [
      [3, 'learner', 'Sorry, the bus was late.'],
      [4, 'mentor', 'No problem. We take the balance first.'],
    ],
    spoken: [
      [2.6, 'learner', 'Sorry that I am late.'],
      [
        2.9,
        'mentor',
        'Never mind. An equation is a balance: what you do to one side, you do to the other.',
      ],
      [5.2, 'learner', 'So if I take three away here, I take three away there.'],
      [5.7, 'mentor', 'Right. What is left then?'],
      [6.3, 'learner', 'Two x is eight. So x is four.'],
      [16.4, 'mentor', 'Here there is an x on both sides. Which one would you move?'],
      [17.1, 'learner', 'The smaller one, so that nothing gets negative.'],
      [20.4, 'learner', 'I am sorry, I have to go. My brother is at the door.'],
    ],
    annotations: [
      {
        ...{ minute: 7, topic: 0, kind: 'INSIGHT' },
        text: 'Whatever is done to one side is done to the other. Then the balance stays.',
      },
      {
        ...{ minute: 18, topic: 1, kind: 'INSIGHT' },
        text: 'With x on both sides, move the smaller one.',
      },
      {
        ...{ minute: 23, topic: 2, kind: 'HOMEWORK' },
        text: 'Read the two word problems on page 19. We solve them together next time.',
      },
    ],
    board: boardOf.balance,
    rating: 4,
    comment: 'Had to leave early.',
  },
  {
    title: 'Inequalities',
    daysAgo: 4,
    hour: 17,
    lengthMinutes: 30,
    topics: ['Signs', 'Number line'],
    done: [],
    mentorStay: [-2, 11],
    learnerStay: null,
    ...{ chat: [], spoken: [], annotations: [], board: [] },
    rating: null,
    comment: '',
  },
];
