import type { Point } from './geometry';

/** A finger, a pen or a mouse that touches the board. */
export interface Contact {
  readonly id: number;
  readonly kind: 'mouse' | 'pen' | 'touch';
  readonly at: Point;
  /** It is to move the board whatever the tool. */
  readonly isForPanning: boolean;
}

/** What a contact does; `pinch` is two fingers at once. */
export type Role = 'tool' | 'pan' | 'pinch' | 'ignored';

export interface Pointers {
  readonly held: readonly (Contact & { readonly role: Role })[];
  /** Somebody draws with a pen here, so fingers and palms do not draw any more. */
  readonly hasPen: boolean;
}

export const noPointers: Pointers = { held: [], hasPen: false };

/** A contact begins. Where it takes over, what the earlier ones were doing is to be given up. */
export function pressed(pointers: Pointers, contact: Contact): Pointers {
  const { held } = pointers;
  const hasPen = pointers.hasPen || contact.kind === 'pen';
  const active = held.filter(({ role }) => role !== 'ignored');
  if (active.length === 0)
    return { hasPen, held: [...held, { ...contact, role: alone(contact, hasPen) }] };
  if (contact.kind === 'pen') {
    // The hand that holds the pen touched first.
    const palms = held.map((other) => ({ ...other, role: 'ignored' as const }));
    return { hasPen, held: [...palms, { ...contact, role: alone(contact, hasPen) }] };
  }
  const [first, ...more] = active;
  const isSecondFinger = contact.kind === 'touch' && first?.kind === 'touch' && more.length === 0;
  if (!isSecondFinger) return { hasPen, held: [...held, { ...contact, role: 'ignored' }] };
  const both = held.map((other) =>
    other === first ? { ...other, role: 'pinch' as const } : other,
  );
  return { hasPen, held: [...both, { ...contact, role: 'pinch' }] };
}

function alone({ kind, isForPanning }: Contact, hasPen: boolean): Role {
  return isForPanning || (hasPen && kind === 'touch') ? 'pan' : 'tool';
}

/** A contact goes on. */
export function dragged(pointers: Pointers, id: number, at: Point): Pointers {
  const held = pointers.held.map((one) => (one.id === id ? { ...one, at } : one));
  return { ...pointers, held };
}

/** A contact ends. The finger that stays after two does nothing more, until it is lifted. */
export function lifted(pointers: Pointers, id: number): Pointers {
  const gone = pointers.held.find((one) => one.id === id);
  const rest = pointers.held.filter((one) => one.id !== id);
  if (gone?.role !== 'pinch') return { ...pointers, held: rest };
  const held = rest.map((one) =>
    one.role === 'pinch' ? { ...one, role: 'ignored' as const } : one,
  );
  return { ...pointers, held };
}

/** The role of a contact; `ignored` where it is not known. */
export function roleOf({ held }: Pointers, id: number): Role {
  return held.find((one) => one.id === id)?.role ?? 'ignored';
}

/** Where the two fingers of a pinch are. */
export function pinchOf({ held }: Pointers): readonly [Point, Point] | null {
  const [one, other] = held.filter(({ role }) => role === 'pinch');
  return one && other ? [one.at, other.at] : null;
}
