import { expectAccessible } from '../../testing/accessibility';
import { minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import type { ChatLine, MessageLine } from '../domain/chat-lines';
import { linkedText } from '../domain/linked-text';
import { MessageList } from './message-list';

function aLine(id: string, parts: Partial<MessageLine> = {}): MessageLine {
  return {
    kind: 'message',
    id,
    isOwn: false,
    author: 'Mia Mentor',
    at: minutesIn(0),
    parts: linkedText(`text of ${id}`),
    delivery: 'sent',
    goesOn: false,
    ...parts,
  };
}

function manyLines(count: number): readonly ChatLine[] {
  return Array.from({ length: count }, (_, index) => aLine(String(index)));
}

describe('MessageList', () => {
  beforeEach(() => {
    new Scene();
  });

  /** The list in a small window, as in a sidebar. */
  async function open(lines: readonly ChatLine[]): Promise<Screen<MessageList>> {
    const screen = await show(MessageList, { lines });
    await resizedTo(screen, '300px');
    return screen;
  }

  function rows(screen: Screen<MessageList>): readonly string[] {
    return screen.all('listitem').map(textOf);
  }

  function scrollTo(screen: Screen<MessageList>, top: number): Promise<void> {
    const log = screen.get('log', 'Messages');
    log.scrollTop = top;
    log.dispatchEvent(new Event('scroll'));
    return screen.settle();
  }

  function fromEnd(screen: Screen<MessageList>): number {
    const { scrollHeight, scrollTop, clientHeight } = screen.get('log', 'Messages');
    return Math.round(scrollHeight - scrollTop - clientHeight);
  }

  /** Resolves when the list has heard of its new size and has been drawn again. */
  async function resizedTo(screen: Screen<MessageList>, blockSize: string): Promise<void> {
    const { promise: told, resolve } = Promise.withResolvers<void>();
    screen.root.style.blockSize = blockSize;
    const observer = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
    // Observers are told in the order of their making, and the list's was made before.
    observer.observe(screen.get('log', 'Messages'));
    await told;
    observer.disconnect();
  }

  it('ROOM-7 invites to begin', async () => {
    const screen = await open([]);
    expect(screen.text).toContain('Say hello. Messages stay with the session.');
    await expectAccessible(screen);
  });

  it('ROOM-7 says who wrote what and when, once for a row of lines', async () => {
    const screen = await open([
      aLine('a'),
      aLine('b', { goesOn: true }),
      { kind: 'system', id: 's', text: 'The session has started', at: minutesIn(1) },
      aLine('c', { isOwn: true }),
    ]);
    expect(rows(screen)).toEqual([
      'Mia Mentor 12:00 text of a',
      'text of b',
      'The session has started',
      'You 12:00 text of c',
    ]);
    await expectAccessible(screen);
  });

  it('ROOM-7 keeps the newest line in sight when something takes room away', async () => {
    const screen = await open(manyLines(40));
    expect(fromEnd(screen)).toBe(0);
    await resizedTo(screen, '200px');
    expect(fromEnd(screen)).toBe(0);
  });

  it('ROOM-7 keeps spaces and lines as they were written', async () => {
    const text = 'two  spaces\nand https://a.org/b in a line';
    const screen = await open([aLine('a', { parts: linkedText(text), goesOn: true })]);
    expect(screen.get('listitem').textContent.trim()).toBe(text);
  });

  it('ROOM-7 links are followed safely', async () => {
    const screen = await open([aLine('a', { parts: linkedText('See https://a.org/b') })]);
    const link = screen.get('link', 'https://a.org/b');
    expect(link.getAttribute('href')).toBe('https://a.org/b');
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('ROOM-7 says how an own line stands, and offers to send it again', async () => {
    const screen = await open([
      aLine('a', { isOwn: true, delivery: 'sending' }),
      aLine('b', { isOwn: true, delivery: 'failed' }),
    ]);
    const retried: string[] = [];
    screen.component.retry.subscribe((id) => retried.push(id));
    const [sending, failed] = rows(screen);
    expect(sending).toContain('Sending…');
    expect(failed).toContain('Not sent');
    await expectAccessible(screen);
    await screen.press('button', 'Retry');
    expect(retried).toEqual(['b']);
  });

  it('ROOM-7 follows what is new', async () => {
    const screen = await open(manyLines(30));
    await screen.set({ lines: manyLines(40) });
    expect(fromEnd(screen)).toBeLessThan(2);
  });

  it('ROOM-7 respects where the reader is', async () => {
    const screen = await open(manyLines(40));
    await scrollTo(screen, 100);
    await screen.set({ lines: manyLines(50) });
    expect(screen.get('log', 'Messages').scrollTop).toBe(100);
    await screen.press('button', 'Newest');
    expect(fromEnd(screen)).toBeLessThan(2);
  });

  it('ROOM-7 goes to the end for an own line', async () => {
    const screen = await open(manyLines(40));
    await scrollTo(screen, 100);
    await screen.set({
      lines: [...manyLines(40), aLine('x', { isOwn: true, delivery: 'sending' })],
    });
    expect(fromEnd(screen)).toBeLessThan(2);
  });
});
