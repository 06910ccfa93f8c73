/** The IANA names of the time zones that this browser knows. */
export function timeZoneNames(): readonly string[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...names].sort();
}
