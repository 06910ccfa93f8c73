import type { ConsentPolicy } from './session-event.ts';
import type { PlanFault } from './session-plan.ts';

/** A course as somebody wants it to be. */
export interface WantedCourse {
  readonly title: string;
  readonly description: string;
  readonly links: readonly WantedLink[];
  /** Whether the chats of its sessions are kept after them; `undefined` leaves that as it is. */
  readonly keepsChat?: boolean | undefined;
  /** Whether what was said stays after a session; where nothing is said, it is as before, and at first it stays. */
  readonly keepsTranscript?: boolean | undefined;
  /** Where nothing is said, as it is; at first a transcript is asked about, and a recording may be asked for. */
  readonly transcriptConsent?: ConsentPolicy | undefined;
  readonly recordingConsent?: ConsentPolicy | undefined;
}

/** A link as somebody wants it to be. */
interface WantedLink {
  readonly title: string;
  readonly url: string;
}

type CheckedLink = { readonly link: WantedLink } | { readonly fault: PlanFault };

export type CheckedCourse = { readonly course: WantedCourse } | { readonly fault: PlanFault };

const longestTitle = 200;
const longestDescription = 5000;
const longestUrl = 2000;
const mostLinks = 50;

/** Prepares a course for keeping: texts without blanks around them, links that lead somewhere. */
export function checkCourse(wanted: WantedCourse): CheckedCourse {
  const title = wanted.title.trim();
  const description = wanted.description.trim();
  const links = wanted.links.map((link) => ({ title: link.title.trim(), url: link.url.trim() }));
  const fault = textFault(title, description) ?? linksFault(links);
  return fault ? { fault } : { course: { ...wanted, title, description, links } };
}

function textFault(title: string, description: string): PlanFault | null {
  if (!isLine(title)) {
    return { field: 'title', message: 'Give the course a title of 1 to 200 characters.' };
  }
  const isReadable = !/[^\P{Cc}\n]/u.test(description);
  if (!isReadable || description.length > longestDescription) {
    return { field: 'description', message: 'Describe the course in up to 5000 characters.' };
  }
  return null;
}

function linksFault(links: WantedCourse['links']): PlanFault | null {
  if (links.length > mostLinks) return { field: 'links', message: 'Give at most 50 links.' };
  for (const [index, link] of links.entries()) {
    const fault = linkFault(link);
    if (fault) return { ...fault, field: `links.${String(index)}.${fault.field}` };
  }
  return null;
}

/** Prepares a link for keeping, of a course or of a session: a name, and an address that leads somewhere. */
export function checkLink(wanted: WantedLink): CheckedLink {
  const link = { title: wanted.title.trim(), url: wanted.url.trim() };
  const fault = linkFault(link);
  return fault ? { fault } : { link };
}

function linkFault({ title, url }: WantedLink): PlanFault | null {
  if (!isLine(title)) {
    return { field: 'title', message: 'Give the link a title of 1 to 200 characters.' };
  }
  if (!isAddress(url)) {
    return { field: 'url', message: 'Give an address that begins with https://.' };
  }
  return null;
}

function isLine(text: string): boolean {
  return text !== '' && text.length <= longestTitle && !/\p{Cc}/u.test(text);
}

/** Whether a link may be shown to others: encrypted, and without a password in it. */
function isAddress(text: string): boolean {
  if (text.length > longestUrl || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
