import { Doorstep } from './doorstep.ts';

describe('Doorstep', () => {
  it('API-5 lets so many of one address wait, whoever waits elsewhere', () => {
    const doorstep = new Doorstep(2);
    const [first, second] = [doorstep.enter('a'), doorstep.enter('a')];
    expect([first, second]).not.toContain(null);
    expect(doorstep.enter('a')).toBeNull();
    expect(doorstep.enter('b')).not.toBeNull();
    first?.();
    expect(doorstep.enter('a')).not.toBeNull();
    expect(doorstep.enter('a')).toBeNull();
  });

  it('API-5 counts once whoever leaves twice, as known and as gone', () => {
    const doorstep = new Doorstep(1);
    const leave = doorstep.enter('a');
    leave?.();
    leave?.();
    expect(doorstep.enter('a')).not.toBeNull();
    leave?.();
    expect(doorstep.enter('a')).toBeNull();
  });
});
