/** A participant's identity at LiveKit: the person and one of their pages. */
export interface ConnectionIdentity {
  readonly personId: string;
  readonly connectionId: string;
}

const separator = ':';

export function formatIdentity({ personId, connectionId }: ConnectionIdentity): string {
  return `${personId}${separator}${connectionId}`;
}

/** `null` for participants that are not persons of ours, such as a recorder. */
export function parseIdentity(identity: string): ConnectionIdentity | null {
  const at = identity.indexOf(separator);
  if (at <= 0 || at === identity.length - 1) return null;
  return { personId: identity.slice(0, at), connectionId: identity.slice(at + 1) };
}
