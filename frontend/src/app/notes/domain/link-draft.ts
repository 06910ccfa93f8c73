export interface LinkDraft {
  readonly title: string;
  readonly url: string;
}

export type CheckedDraft =
  { readonly link: LinkDraft } | { readonly fault: string; readonly field: 'title' | 'url' };

/** Prepares what was typed for sharing: the address whole, and named by its host where it has no name. */
export function checkDraft({ title, url }: LinkDraft): CheckedDraft {
  const address = wholeAddress(url.trim());
  if (address === '') return { field: 'url', fault: 'Give the address of the link.' };
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) {
    return { field: 'url', fault: 'Give an address that begins with https://.' };
  }
  const name = title.trim() || hostOf(address);
  return { link: { title: name.slice(0, 200), url: address } };
}

/** Where a link leads, in a word. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

/** What people copy often lacks its beginning: `books.example/algebra`. */
function wholeAddress(text: string): string {
  const lacksScheme = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(text);
  return lacksScheme ? `https://${text}` : text;
}
