import { groupZones, nameOfZone } from './zones';

describe('time zones', () => {
  it('PRE-8 are listed by their part of the world, each once', () => {
    const ids = ['UTC', 'Europe/Zurich', 'America/Argentina/Buenos_Aires', 'Europe/Berlin', 'UTC'];
    expect(groupZones(ids)).toEqual([
      {
        name: 'America',
        zones: [{ id: 'America/Argentina/Buenos_Aires', label: 'Argentina – Buenos Aires' }],
      },
      {
        name: 'Europe',
        zones: [
          { id: 'Europe/Berlin', label: 'Berlin' },
          { id: 'Europe/Zurich', label: 'Zurich' },
        ],
      },
      { name: 'Others', zones: [{ id: 'UTC', label: 'UTC' }] },
    ]);
  });

  it('PRE-8 are named by their city', () => {
    expect(nameOfZone('America/Sao_Paulo')).toBe('Sao Paulo');
    expect(nameOfZone('UTC')).toBe('UTC');
  });
});
