export type Who = 'mentor' | 'learner';

/** Something on a whiteboard, as our app keeps it. */
export interface BoardShape {
  readonly kind: 'text' | 'rectangle' | 'arrow' | 'line' | 'ellipse' | 'note' | 'pen';
  readonly place: readonly [number, number, number, number];
  readonly ink: 'ink' | 'red' | 'green' | 'blue' | 'violet';
  readonly by: Who;
  readonly text?: string;
  readonly points?: readonly number[];
}

/** A line as a hand draws it: a wave of that width, as points in tenths with the pressure. */
function wave(width: number): readonly number[] {
  const steps = Array.from({ length: 25 }, (_, step) => step / 24);
  return steps.flatMap((part) => [
    Math.round(part * width * 10),
    Math.round(Math.sin(part * 4 * Math.PI) * 30),
    Math.round(400 + 200 * Math.sin(part * Math.PI)),
  ]);
}

const brackets: readonly BoardShape[] = [
  { kind: 'text', place: [40, 40, 36, 0], ink: 'ink', by: 'mentor', text: '2 (x + 3) = 2x + 6' },
  { kind: 'arrow', place: [56, 36, 40, -2], ink: 'red', by: 'mentor' },
  { kind: 'arrow', place: [56, 88, 96, 2], ink: 'red', by: 'mentor' },
  {
    kind: 'text',
    place: [40, 130, 30, 0],
    ink: 'blue',
    by: 'learner',
    text: '5 (2x − 1) = 10x − 5',
  },
  { kind: 'pen', place: [40, 178, 0.1, 0.1], ink: 'green', by: 'mentor', points: wave(300) },
  {
    ...{ kind: 'note', place: [400, 40, 180, 120], ink: 'violet', by: 'mentor' },
    text: 'Both get the 2: the x and the 3.',
  },
];

const balance: readonly BoardShape[] = [
  { kind: 'text', place: [60, 30, 34, 0], ink: 'ink', by: 'mentor', text: '2x + 3' },
  { kind: 'text', place: [320, 30, 34, 0], ink: 'ink', by: 'mentor', text: '11' },
  { kind: 'line', place: [40, 90, 360, 0], ink: 'blue', by: 'mentor' },
  { kind: 'line', place: [220, 90, 0, 80], ink: 'blue', by: 'mentor' },
  { kind: 'line', place: [160, 170, 120, 0], ink: 'blue', by: 'mentor' },
  { kind: 'text', place: [440, 40, 28, 0], ink: 'red', by: 'learner', text: '− 3 on both sides' },
  { kind: 'text', place: [440, 90, 28, 0], ink: 'green', by: 'learner', text: '2x = 8,  x = 4' },
  { kind: 'ellipse', place: [540, 80, 110, 52], ink: 'green', by: 'mentor' },
];

/** What stood on the whiteboards of the demo's past. */
export const boardOf = { brackets, balance } as const;
