/** A file that somebody uploaded in a session, all of it. */
export interface FileRecord {
  readonly id: string;
  /** `null` where the session itself is not kept any more. */
  readonly sessionId: string | null;
  readonly ownerId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Whether browsers may show it by itself. */
  readonly isPicture: boolean;
  /** In its own pixels; `null` where it is no picture, or does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** When it goes if nothing uses it by then; `null` where something does. */
  readonly expiresAt: number | null;
}

/** Where a file is read: a path of the site itself. */
export function pathOf(fileId: string): string {
  return `${filesPath}/${fileId}`;
}

/** Where files are uploaded to and read from. */
export const filesPath = '/files';
