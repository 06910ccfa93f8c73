import { randomBytes } from 'node:crypto';
import { v7, validate } from 'uuid';

/** A new identifier that sorts by the time of its making (UUID version 7, RFC 9562). */
export function newId(): string {
  return v7();
}

/** Whether a text from outside has the form of an identifier. */
export function isId(text: string): boolean {
  return validate(text);
}

/** A secret that cannot be guessed, for an address or a policy; 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A value for one answer's content security policy. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}
