/** What a file turned out to be. */
export interface FileKind {
  readonly mediaType: string;
  /** Whether browsers may show it by itself; everything else is only ever downloaded. */
  readonly isPicture: boolean;
}

/** What is known of a file from its bytes, and the name that its owner gave it. */
export interface Inspected {
  /** Its type by its first bytes; `null` where they say nothing. */
  readonly sniffed: string | null;
  /** Whether all of it is text that can be read. */
  readonly isText: boolean;
  readonly name: string;
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

const office = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.graphics',
];

/** The office files of before 2007 all begin alike, so their name has to say which it is. */
const olderOffice: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

const others = ['application/pdf', 'application/zip', 'application/rtf', 'application/epub+zip'];

const plainText = 'text/plain; charset=utf-8';

/**
 * What a file counts as; `null` where it is of no kind that people share here. Text is only text,
 * whatever its name says: a page or a drawing with a script in it never runs.
 */
export function kindOf({ sniffed, isText, name }: Inspected): FileKind | null {
  if (sniffed !== null && pictures.includes(sniffed))
    return { mediaType: sniffed, isPicture: true };
  if (sniffed !== null && [...office, ...others].includes(sniffed)) {
    return { mediaType: sniffed, isPicture: false };
  }
  if (sniffed === 'application/x-cfb') return olderOfficeKind(name);
  return isText ? { mediaType: plainText, isPicture: false } : null;
}

function olderOfficeKind(name: string): FileKind | null {
  const mediaType = olderOffice[name.split('.').at(-1)?.toLowerCase() ?? ''];
  return mediaType === undefined ? null : { mediaType, isPicture: false };
}
