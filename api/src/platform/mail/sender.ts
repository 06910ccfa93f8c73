/** Somebody with an address, as in the header of a mail. */
export interface MailPerson {
  readonly name: string;
  readonly email: string;
}

/** Reads `Name <address>`, or an address alone. */
export function readSender(from: string): MailPerson {
  const match = /^\s*"?(?<name>[^"<]*?)"?\s*<(?<email>[^>]+)>\s*$/.exec(from);
  const { name = '', email = from.trim() } = match?.groups ?? {};
  return { name: name === '' ? email : name, email };
}
