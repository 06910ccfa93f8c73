import { type ChatLine, type SystemLine, chatLines, withKnown } from './chat-lines';
import { type SentMessage, delivered, emptyLog, received, written } from './chat-log';

const minuteMs = 60_000;
const leo = { id: 'leo' };

function aMessage(id: string, minute: number, authorId = 'mia'): SentMessage {
  return { id, text: id, files: [], sentAt: minute * minuteMs, authorId, authorName: authorId };
}

function aSystemLine(id: string, minute: number): SystemLine {
  return { id, text: id, at: minute * minuteMs };
}

function ids(lines: readonly ChatLine[]): readonly string[] {
  return lines.map(({ id }) => id);
}

describe('chatLines', () => {
  const talk = [aMessage('a', 1), aMessage('b', 3, 'leo'), aMessage('c', 5)];
  const log = talk.reduce(received, emptyLog);

  it('ROOM-7 puts the system’s lines between the messages by time', () => {
    const system = [aSystemLine('late', 9), aSystemLine('start', 0), aSystemLine('mid', 4)];
    expect(ids(chatLines(log, system, leo))).toEqual(['start', 'a', 'b', 'mid', 'c', 'late']);
  });

  it('ROOM-7 keeps the order of the server, whatever the clocks said', () => {
    const odd = [aMessage('a', 5), aMessage('b', 1)].reduce(received, emptyLog);
    expect(ids(chatLines(odd, [aSystemLine('s', 3)], leo))).toEqual(['s', 'a', 'b']);
  });

  it('ROOM-7 puts own new lines last, with how they stand', () => {
    const draft = { id: 'mine', text: 'mine', files: [], writtenAt: 2 * minuteMs };
    const failed = delivered(written(log, draft), 'mine', 'failed');
    const last = chatLines(failed, [], leo).at(-1);
    expect(last).toEqual(jasmine.objectContaining({ id: 'mine', isOwn: true, delivery: 'failed' }));
  });

  it('ROOM-7 says where begins what is new', () => {
    const reader = { ...leo, firstNewId: 'c' };
    expect(ids(chatLines(log, [], reader))).toEqual(['a', 'b', 'new', 'c']);
    expect(ids(chatLines(log, [], { ...leo, firstNewId: 'a' }))).toEqual(['a', 'b', 'c']);
    expect(ids(chatLines(log, [], { ...leo, firstNewId: 'gone' }))).toEqual(['a', 'b', 'c']);
  });

  it('ROOM-7 knows whose line it is', () => {
    const own = chatLines(log, [], leo).map((line) => line.kind === 'message' && line.isOwn);
    expect(own).toEqual([false, true, false]);
  });

  const breaths: readonly [name: string, second: SentMessage, goesOn: boolean][] = [
    ['ROOM-7 the same person soon after goes on', aMessage('b', 2), true],
    ['ROOM-7 the same person after a while begins anew', aMessage('b', 4), false],
    ['ROOM-7 another person begins anew', aMessage('b', 1, 'leo'), false],
  ];
  for (const [name, second, goesOn] of breaths) {
    it(name, () => {
      const two = [aMessage('a', 1), second].reduce(received, emptyLog);
      const last = chatLines(two, [], leo).at(-1);
      expect(last?.kind === 'message' && last.goesOn).toBe(goesOn);
    });
  }

  it('ROOM-7 a line of the system ends a breath', () => {
    const two = [aMessage('a', 1), aMessage('b', 2)].reduce(received, emptyLog);
    const last = chatLines(two, [aSystemLine('s', 1.5)], leo).at(-1);
    expect(last?.kind === 'message' && last.goesOn).toBe(false);
  });

  it('ROOM-7 what says the same as before is the same line, and what has changed is another', () => {
    const draft = { id: 'mine', text: 'mine', files: [], writtenAt: 6 * minuteMs };
    const system = [aSystemLine('start', 0)];
    const before = chatLines(written(log, draft), system, leo);
    const sent = delivered(received(written(log, draft), aMessage('d', 6)), 'mine', 'sent');
    const after = chatLines(sent, system, leo);
    const shown = withKnown(after, before);
    expect(shown).toEqual(after);
    const kept = shown.filter((line) => before.includes(line));
    expect(ids(kept)).toEqual(['start', 'a', 'b', 'c']);
    expect(ids(shown)).toEqual(['start', 'a', 'b', 'c', 'd', 'mine']);
  });
});
