import { RecordingLinks } from './links.ts';

const hourMs = 3600_000;
const now = 1000 * hourMs + 1;

function parsed(url: string) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return {
    partId: pathname.split('/').at(-1) ?? '',
    until: searchParams.get('until') ?? '',
    signature: searchParams.get('signature') ?? '',
  };
}

describe('links to recordings', () => {
  const links = new RecordingLinks('a'.repeat(32));
  const link = parsed(links.urlOf('part', now));

  it('ROOM-18 open for some hours', () => {
    expect(links.opens(link, now)).toBeTrue();
    expect(links.opens(link, now + 4 * hourMs)).toBeTrue();
    expect(links.opens(link, now + 5 * hourMs)).toBeFalse();
  });

  it('ROOM-18 open nothing else, for nobody who changes them or makes them up', () => {
    const others = [
      { ...link, partId: 'other' },
      { ...link, until: String(Number(link.until) + hourMs) },
      { ...link, until: 'NaN' },
      { ...link, signature: '' },
      parsed(new RecordingLinks('b'.repeat(32)).urlOf('part', now)),
    ];
    expect(others.map((one) => links.opens(one, now))).toEqual(others.map(() => false));
  });
});
