/** How much fits, and when what is old is put together. */
export interface BoardRules {
  /** One update, in bytes. */
  readonly mostOfUpdate: number;
  /** The whole board, in bytes. */
  readonly mostOfBoard: number;
  /** How much more there may be of what only takes away, so that a full board can be made emptier. */
  readonly spareForRemoval: number;
  /** With so many updates behind the snapshot the older ones become part of it. */
  readonly mostUpdates: number;
  /** So many of the newest stay as they are, for whoever was away for a moment. */
  readonly keptUpdates: number;
}

export const boardRules: BoardRules = {
  mostOfUpdate: 64 * 1024,
  mostOfBoard: 4 * 1024 * 1024,
  spareForRemoval: 256 * 1024,
  mostUpdates: 400,
  keptUpdates: 100,
};

/** How large the board may be with an update of this kind. */
export function roomFor(isRemoval: boolean, rules: BoardRules): number {
  return rules.mostOfBoard + (isRemoval ? rules.spareForRemoval : 0);
}

/** The place up to which updates become part of the snapshot; `null` where there are too few. */
export function placeToMerge(last: number, snapshot: number, rules: BoardRules): number | null {
  return last - snapshot >= rules.mostUpdates ? last - rules.keptUpdates : null;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is Base64 as RFC 4648 writes it, with its padding. */
export function isBase64(text: string): boolean {
  return text.length > 0 && base64.test(text);
}

/** How many bytes a Base64 text holds at the most. */
export function bytesIn(text: string): number {
  return Math.ceil(text.length / 4) * 3;
}
