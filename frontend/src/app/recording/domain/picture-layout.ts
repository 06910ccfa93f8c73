/** A place on the recorded picture, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Somebody who is in the room. */
export interface Seat {
  readonly personId: string;
  readonly name: string;
}

/** What is in the room to be seen. */
export interface Sight {
  /** Who shares their screen, by name; null where nobody does. */
  readonly screenOf: string | null;
  readonly seats: readonly Seat[];
  /** Who is shown large where no screen is shared. */
  readonly largeId: string | null;
}

/** One picture, where it goes, and what is written on it. */
export interface Tile {
  /** `screen`, or whose camera it is. */
  readonly source: 'screen' | { readonly personId: string };
  readonly box: Box;
  readonly label: string;
  readonly isLarge: boolean;
}

/** What is recorded is as large as this. */
export const frameSize: Size = { width: 1280, height: 720 };

const gap = 12;
const small: Size = { width: 256, height: 144 };

/** Beneath the pictures there is a line for what the session is about. */
export const captionBox: Box = { x: gap, y: 672, width: frameSize.width - 2 * gap, height: 48 };

const stage: Box = {
  ...{ x: gap, y: gap },
  width: frameSize.width - 2 * gap,
  height: captionBox.y - gap,
};

/** Where each picture goes: the screen or who speaks large, everybody else small beside it. */
export function layoutOf({ screenOf, seats, largeId }: Sight): readonly Tile[] {
  const isScreen = screenOf !== null;
  const large = isScreen ? undefined : (seats.find(isIt(largeId)) ?? seats[0]);
  const others = seats.filter((seat) => seat !== large);
  const width = others.length > 0 ? stage.width - small.width - gap : stage.width;
  const box = { ...stage, width };
  const first: readonly Tile[] = isScreen
    ? [{ source: 'screen', box, label: `${screenOf} shares the screen`, isLarge: true }]
    : large
      ? [tileOf(large, box, true)]
      : [];
  const besides = others.map((seat, index) => tileOf(seat, smallBox(index), false));
  return [...first, ...besides];
}

function isIt(personId: string | null): (seat: Seat) => boolean {
  return (seat) => seat.personId === personId;
}

function tileOf({ personId, name }: Seat, box: Box, isLarge: boolean): Tile {
  return { source: { personId }, box, label: name, isLarge };
}

function smallBox(index: number): Box {
  const x = stage.x + stage.width - small.width;
  return { x, y: stage.y + index * (small.height + gap), ...small };
}

/** The part of a picture that is seen, and where, so that nothing is drawn out of shape. */
export interface Fitting {
  readonly from: Box;
  readonly to: Box;
}

/** `all`: the whole picture, with room left at its sides; `full`: no room left, and its edges cut off. */
export function fitted(picture: Size, box: Box, how: 'all' | 'full'): Fitting {
  const ratios = [box.width / picture.width, box.height / picture.height] as const;
  const scale = how === 'all' ? Math.min(...ratios) : Math.max(...ratios);
  const width = Math.min(box.width, picture.width * scale);
  const height = Math.min(box.height, picture.height * scale);
  const to = { ...centred(box, { width, height }), width, height };
  const seen = { width: width / scale, height: height / scale };
  const from = { ...centred({ x: 0, y: 0, ...picture }, seen), ...seen };
  return { from, to };
}

function centred(box: Box, { width, height }: Size): Pick<Box, 'x' | 'y'> {
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 };
}
