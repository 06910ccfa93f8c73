/** An offset is understood by `Intl` too, and knows nothing of summer. */
const name = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/;

/** Whether this is the IANA name of a time zone. */
export function isTimeZone(text: string): boolean {
  if (!name.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}
