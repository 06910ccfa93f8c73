import { formatIdentity, parseIdentity } from './connection-identity.ts';

describe('identity of a connection', () => {
  it('LIFE-2 tells two tabs of one person apart and both as that person', () => {
    const first = formatIdentity({ personId: 'ana', connectionId: 'tab-1' });
    const second = formatIdentity({ personId: 'ana', connectionId: 'tab-2' });
    expect(first).not.toBe(second);
    expect(parseIdentity(first)).toEqual({ personId: 'ana', connectionId: 'tab-1' });
    expect(parseIdentity(second)?.personId).toBe('ana');
  });

  for (const stranger of ['', 'recorder', 'transcriber', ':tab', 'ana:']) {
    it(`LIFE-2 takes "${stranger}" for nobody of ours`, () => {
      expect(parseIdentity(stranger)).toBeNull();
    });
  }
});
