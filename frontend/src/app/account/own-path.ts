/** The path to go on to; never an address of another site that was put into one of ours. */
export function ownPath(next: string): string {
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
