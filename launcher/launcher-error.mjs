/** What a person has to know or do, in one line; `details` are lines from a log. */
export class LauncherError extends Error {
  /** @override */
  name = 'LauncherError';

  /**
   * @param {string} message
   * @param {readonly string[]} [details]
   */
  constructor(message, details = []) {
    super(message);
    this.details = details;
  }
}

/** The work was given up because the person asked for it (Ctrl-C or SIGTERM). */
export class Interrupted extends Error {
  /** @override */
  name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined} the system's code, such as ENOENT
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
