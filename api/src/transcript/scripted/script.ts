/** A line of a conversation that is made up: when it begins, counted from the first, and who speaks. */
export interface ScriptLine {
  readonly atMs: number;
  readonly who: 'MENTOR' | 'LEARNER';
  readonly text: string;
  readonly language?: string;
}

/** What the demo's two people seem to say; it begins anew when it is over. */
export const demoScript: readonly ScriptLine[] = [
  { atMs: 1500, who: 'MENTOR', text: 'Good to see you again. Shall we begin with two unknowns?' },
  { atMs: 7000, who: 'LEARNER', text: 'Yes please. I still mix up which one to get rid of first.' },
  {
    atMs: 13_000,
    who: 'MENTOR',
    text: 'That is fine. Look for the unknown that stands alone, because it costs you the least work.',
  },
  { atMs: 21_000, who: 'LEARNER', text: 'Here y stands alone, so y is seven minus two x.' },
  { atMs: 27_500, who: 'MENTOR', text: 'Exactly. And where do you put that?' },
  {
    atMs: 31_500,
    who: 'LEARNER',
    text: 'Into the other equation, so three x minus seven plus two x is eight.',
  },
  { atMs: 39_000, who: 'MENTOR', text: 'Good. Five x is fifteen, and x is three.' },
  { atMs: 45_000, who: 'LEARNER', text: 'Then y is one. That was quicker than I thought.' },
  {
    atMs: 51_000,
    who: 'MENTOR',
    text: 'For next time, solve the last two on the sheet by elimination, and tell me which way you like better.',
  },
  { atMs: 60_000, who: 'LEARNER', text: 'D’accord, merci !', language: 'fr' },
];
