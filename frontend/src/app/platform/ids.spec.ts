import { newId, randomShare } from './ids';

describe('newId', () => {
  it('ROOM-7 is a random UUID, another one each time', () => {
    const ids = Array.from({ length: 500 }, () => newId());
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const id of ids) expect(id).toMatch(pattern);
    expect(new Set(ids).size).toBe(500);
  });
});

describe('randomShare', () => {
  it('FAIL-8 is from 0 up to 1 and spreads', () => {
    const shares = Array.from({ length: 200 }, () => randomShare());
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
    expect(new Set(shares).size).toBeGreaterThan(100);
  });
});
