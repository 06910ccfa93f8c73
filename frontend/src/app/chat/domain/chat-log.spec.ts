import fc from 'fast-check';
import {
  type ChatLog,
  type SentMessage,
  delivered,
  discarded,
  emptyLog,
  firstUnreadId,
  lastId,
  nextToSend,
  received,
  unreadCount,
  written,
} from './chat-log';

function aMessage(id: string, authorId = 'mia'): SentMessage {
  return {
    ...{ id, text: `text of ${id}`, files: [], sentAt: Number(id) },
    ...{ authorId, authorName: authorId },
  };
}

function logOf(...messages: SentMessage[]): ChatLog {
  return messages.reduce(received, emptyLog);
}

const aDraft = { id: '1', text: 'text of 1', files: [], writtenAt: 1 };

describe('received', () => {
  it('ROOM-7 gives each message once, in the order of the server, however often it is repeated', () => {
    // A stream that breaks begins again somewhere before the point that it had reached.
    const restarts = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(restarts, (starts) => {
        const all = Array.from({ length: 21 }, (_, index) => aMessage(String(index)));
        let reached = 0;
        let log = emptyLog;
        for (const start of starts) {
          const from = Math.min(start, reached);
          const to = Math.min(all.length, from + 7);
          log = all.slice(from, to).reduce(received, log);
          reached = Math.max(reached, to);
        }
        return (
          log.messages.map(({ id }) => Number(id)).join() ===
          [...all.keys()].slice(0, reached).join()
        );
      }),
    );
  });

  it('ROOM-7 an own line is there once, whether its answer or its stream is first', () => {
    type Happening = (log: ChatLog) => ChatLog;
    const happenings: readonly Happening[] = [
      (log) => received(log, aMessage('1', 'leo')),
      (log) => delivered(log, '1', 'sent'),
      (log) => delivered(log, '1', 'failed'),
      (log) => delivered(log, '1', 'sending'),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...happenings), { maxLength: 12 }), (list) => {
        const log = list.reduce((known, happen) => happen(known), written(emptyLog, aDraft));
        const ids = [...log.messages, ...log.drafts].map(({ id }) => id);
        return ids.join() === '1';
      }),
    );
  });

  it('ROOM-7 is the same log when nothing is new', () => {
    const log = logOf(aMessage('1'));
    expect(received(log, aMessage('1'))).toBe(log);
  });
});

describe('written', () => {
  it('ROOM-7 shows a line at once, as being sent', () => {
    expect(written(emptyLog, aDraft).drafts).toEqual([{ ...aDraft, delivery: 'sending' }]);
  });
});

describe('delivered', () => {
  it('ROOM-7 marks one line and leaves the others', () => {
    const log = written(written(emptyLog, aDraft), { ...aDraft, id: '2' });
    const states = delivered(log, '2', 'failed').drafts.map(({ delivery }) => delivery);
    expect(states).toEqual(['sending', 'failed']);
  });
});

describe('nextToSend', () => {
  it('FAIL-8 is the first that is on the way, so that lines arrive in the order of writing', () => {
    const ids = ['1', '2', '3', '4'];
    let log = ids.reduce((known, id) => written(known, { ...aDraft, id }), emptyLog);
    log = delivered(delivered(log, '1', 'sent'), '2', 'failed');
    expect(nextToSend(log)?.id).toBe('3');
    expect(nextToSend(delivered(log, '3', 'waiting'))?.id).toBe('3');
    expect(nextToSend(discarded(discarded(log, '3'), '4'))).toBeNull();
  });
});

describe('unreadCount', () => {
  const log = logOf(aMessage('1'), aMessage('2', 'leo'), aMessage('3'), aMessage('4'));
  const rows: readonly [name: string, lastSeen: string | null, expected: number][] = [
    ['ROOM-7 all of the other when none was seen', null, 3],
    ['ROOM-7 those after the last seen', '2', 2],
    ['ROOM-7 none at the end', '4', 0],
    ['ROOM-7 all when the last seen is not known', 'gone', 3],
  ];
  for (const [name, lastSeen, expected] of rows) {
    it(name, () => {
      expect(unreadCount(log, lastSeen, 'leo')).toBe(expected);
    });
  }
});

describe('firstUnreadId', () => {
  it('ROOM-7 is the first of the other behind the last that was seen', () => {
    const log = logOf(aMessage('1'), aMessage('2', 'leo'), aMessage('3'), aMessage('4'));
    expect(firstUnreadId(log, '1', 'leo')).toBe('3');
    expect(firstUnreadId(log, '4', 'leo')).toBeNull();
  });
});

describe('lastId', () => {
  it('ROOM-7 is the newest line of the server, not one on the way', () => {
    expect(lastId(written(logOf(aMessage('1'), aMessage('2')), aDraft))).toBe('2');
    expect(lastId(emptyLog)).toBeNull();
  });
});
