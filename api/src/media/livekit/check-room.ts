const prefix = 'check-';

/** The room in which a person tries their way to us; one each, however many pages try. */
export function checkRoomOf(personId: string): string {
  return `${prefix}${personId}`;
}

/** Whether a room belongs to no session. */
export function isCheckRoom(name: string): boolean {
  return name.startsWith(prefix);
}
