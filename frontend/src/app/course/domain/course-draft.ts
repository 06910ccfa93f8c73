import type { ConsentPolicy } from '../../graphql/schema-types';

export interface LinkDraft {
  readonly title: string;
  readonly url: string;
}

/** A course on its way to be saved, as its form has it. */
export interface CourseDraft {
  readonly title: string;
  readonly description: string;
  readonly links: readonly LinkDraft[];
  /** Whether what was said, and what was written, stays after a session. */
  readonly keepsTranscript: boolean;
  readonly keepsChat: boolean;
  /** Who asks for a transcript, or a recording, if anybody may. */
  readonly transcriptConsent: ConsentPolicy;
  readonly recordingConsent: ConsentPolicy;
}

export const emptyCourse: CourseDraft = {
  ...{ title: '', description: '', links: [] },
  ...{ keepsTranscript: true, keepsChat: true },
  ...{ transcriptConsent: 'ALWAYS_ASK', recordingConsent: 'ON_REQUEST' },
};

/** What a course may have of what both must agree to, in words. */
export const consentPolicies: readonly {
  readonly value: ConsentPolicy;
  readonly label: string;
}[] = [
  { value: 'ALWAYS_ASK', label: 'Ask both in every session' },
  { value: 'ON_REQUEST', label: 'Only when one of them asks' },
  { value: 'OFF', label: 'Never' },
];

export const limits = { title: 200, description: 5000, url: 2000, links: 50 } as const;

/** The draft as it is sent: no blanks around texts, no empty links, addresses whole. */
export function tidied({ title, description, links, ...rest }: CourseDraft): CourseDraft {
  return {
    title: title.trim(),
    description: description.trim(),
    links: links.map(tidiedLink).filter((link) => !isEmpty(link)),
    ...rest,
  };
}

/** Whether two drafts would be saved as the same. */
export function isSame(one: CourseDraft, other: CourseDraft): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}

/** All that is wrong, by the field that is to be changed. */
export function courseFaults({ title, links }: CourseDraft): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...(title.trim() === '' ? [['title', 'Give the course a title.'] as const] : []),
    ...links.flatMap((link, index) => linkFaults(tidiedLink(link), `links.${String(index)}`)),
  ]);
}

function linkFaults(link: LinkDraft, place: string): (readonly [string, string])[] {
  if (isEmpty(link)) return [];
  const fault = addressFault(link.url);
  return [
    ...(link.title === '' ? [[`${place}.title`, 'Give the link a name.'] as const] : []),
    ...(fault === null ? [] : [[`${place}.url`, fault] as const]),
  ];
}

function tidiedLink({ title, url }: LinkDraft): LinkDraft {
  return { title: title.trim(), url: wholeAddress(url.trim()) };
}

function isEmpty({ title, url }: LinkDraft): boolean {
  return title === '' && url === '';
}

/** What people copy often lacks its beginning: `books.example/algebra`. */
function wholeAddress(text: string): string {
  const lacksScheme = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(text);
  return lacksScheme ? `https://${text}` : text;
}

function addressFault(text: string): string | null {
  if (text === '') return 'Give the address of the link.';
  const isAddress = /^https:\/\//i.test(text) && URL.canParse(text);
  return isAddress ? null : 'Give an address that begins with https://.';
}
