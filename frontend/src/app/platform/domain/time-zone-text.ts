export interface ZoneChoice {
  readonly id: string;
  readonly name: string;
}

/** Cities that some browsers still call as they were called before. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** A time zone as it is written everywhere: `Europe/Berlin (UTC+1)`, as it counts at `instant`. */
export function zoneText(id: string, instant: number): string {
  const name = (renamed[id] ?? id).replaceAll('_', ' ');
  const offset = offsetText(id, instant);
  return offset === '' || offset === name ? name : `${name} (${offset})`;
}

/** Each zone once, in the order of the alphabet; of two names for one the first that is given. */
export function zoneChoices(ids: readonly string[], instant: number): readonly ZoneChoice[] {
  const byName = new Map<string, ZoneChoice>();
  for (const id of ids) {
    const name = zoneText(id, instant);
    if (!byName.has(name)) byName.set(name, { id, name });
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** `UTC+1`; empty for a zone that this browser does not know. */
function offsetText(timeZone: string, instant: number): string {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
    const part = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
    return (part?.value ?? '').replace('GMT', 'UTC').replace('+0', '');
  } catch {
    return '';
  }
}
