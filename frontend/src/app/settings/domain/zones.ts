/** The zones of one part of the world. */
export interface ZoneGroup {
  readonly name: string;
  readonly zones: readonly { readonly id: string; readonly label: string }[];
}

/** The zones by their part of the world, both in the order of the alphabet; each zone once. */
export function groupZones(ids: readonly string[]): readonly ZoneGroup[] {
  const groups = new Map<string, { id: string; label: string }[]>();
  for (const id of new Set(ids)) {
    const [first = '', ...rest] = id.split('/');
    const name = rest.length > 0 ? first : 'Others';
    const label = (rest.length > 0 ? rest : [first]).map(spaced).join(' – ');
    groups.set(name, [...(groups.get(name) ?? []), { id, label }]);
  }
  return [...groups]
    .map(([name, zones]) => ({ name, zones: zones.sort((a, b) => compare(a.label, b.label)) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A zone in words: "Europe/Berlin" is "Berlin". */
export function nameOfZone(id: string): string {
  return spaced(id.slice(id.lastIndexOf('/') + 1));
}

function spaced(text: string): string {
  return text.replaceAll('_', ' ');
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}
