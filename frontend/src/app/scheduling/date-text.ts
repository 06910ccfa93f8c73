/** `Saturday, 21 November`, of a date without a time. */
export function dateText(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(`${date}T12:00:00Z`));
}
