import { systemLines } from './system-lines';

describe('systemLines', () => {
  it('LIFE-1 says that the session has started, after a reload too', () => {
    expect(systemLines(5000, null, [])).toEqual([
      { id: 'start', text: 'The session has started', at: 5000 },
    ]);
  });

  it('LIFE-3 says when the clock stops and when it goes on', () => {
    const lines = systemLines(1, null, [
      { cursor: 'a', type: 'SESSION_STARTED', at: 1 },
      { cursor: 'b', type: 'SESSION_PAUSED', at: 2 },
      { cursor: 'c', type: 'CONNECTION_JOINED', at: 3 },
      { cursor: 'd', type: 'SESSION_RESUMED', at: 4 },
    ]);
    expect(lines.map(({ id, text }) => `${id}: ${text}`)).toEqual([
      'start: The session has started',
      'b: The session is paused',
      'd: The session goes on',
    ]);
  });

  it('ROOM-12 says that it has ended', () => {
    expect(systemLines(1, 9, []).at(-1)).toEqual({
      id: 'end',
      text: 'The session has ended',
      at: 9,
    });
  });

  it('ROOM-11 says nothing before anything happened', () => {
    expect(systemLines(null, null, [])).toEqual([]);
  });
});
