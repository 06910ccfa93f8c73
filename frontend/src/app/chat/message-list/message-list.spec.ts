import { expectAccessible } from '../../testing/accessibility';
import { minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import type { ChatLine, MessageLine } from '../domain/chat-lines';
import { MessageList } from './message-list';

function aLine(id: string, parts: Partial<MessageLine> = {}): MessageLine {
  return {
    kind: 'message',
    id,
    isOwn: false,
    author: 'Mia Mentor',
    at: minutesIn(0),
    text: `text of ${id}`,
    files: [],
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
    const screen = await open([aLine('a', { text, goesOn: true })]);
    expect(screen.get('listitem').textContent.trim()).toBe(text);
  });

  it('ROOM-7 links are followed safely', async () => {
    const screen = await open([aLine('a', { text: 'See https://a.org/b' })]);
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

  it('ROOM-7 a long chat has its newest part on the page, and earlier ones without moving what is read', async () => {
    const screen = await open(manyLines(500));
    expect(rows(screen)).toHaveSize(80);
    const placeOf = (text: string): number => {
      const row = screen.all('listitem').find((each) => textOf(each).includes(text));
      return Math.round(row?.getBoundingClientRect().top ?? NaN);
    };
    await scrollTo(screen, 300);
    expect(rows(screen)).toHaveSize(160);
    const before = placeOf('text of 430');
    await screen.set({ lines: manyLines(501) });
    expect(placeOf('text of 430')).toBe(before);
    expect(rows(screen)).toHaveSize(161);
    for (let times = 0; times < 5; times += 1) {
      const place = placeOf('text of 430');
      const { scrollTop } = screen.get('log', 'Messages');
      await scrollTo(screen, 0);
      expect(Math.abs(placeOf('text of 430') - place - scrollTop)).toBeLessThan(2);
    }
    expect(rows(screen)).toHaveSize(501);
    await screen.press('button', 'Newest');
    await screen.until(() => rows(screen).length === 80);
    expect(fromEnd(screen)).toBeLessThan(2);
  });

  const picture = {
    ...{ id: 'p', name: 'sketch.png', bytes: 2048, mediaType: 'image/png', url: '/none.png' },
    ...{ isPicture: true, width: 520, height: 400 },
  };

  it('ROOM-7 a picture has its room before it is there, and is enlarged by a press', async () => {
    const screen = await open([aLine('a', { text: '', files: [picture] })]);
    const button = screen.get('button', 'Enlarge sketch.png');
    const image = button.querySelector('img');
    expect([image?.width, image?.height]).toEqual([260, 200]);
    await expectAccessible(screen);
    button.focus();
    await screen.press('button', 'Enlarge sketch.png');
    const dialog = screen.get('dialog', 'sketch.png');
    expect(textOf(dialog)).toContain('2 KB');
    await expectAccessible(screen);
    let heard = 0;
    screen.root.addEventListener('keydown', () => (heard += 1));
    await screen.key(dialog, 'Escape');
    expect(heard).toBe(0);
    await screen.press('button', 'Close');
    expect(screen.has('dialog')).toBe(false);
    expect(document.activeElement).toBe(button);
  });

  it('ROOM-7 a file has its name and size, and is downloaded', async () => {
    const file = { ...picture, name: 'notes.pdf', isPicture: false, url: '/files/p' };
    const screen = await open([aLine('a', { text: 'See', files: [file] })]);
    const link = screen.get('link', /notes.pdf/);
    expect(textOf(link)).toBe('notes.pdf 2 KB');
    expect(link.getAttribute('download')).toBe('notes.pdf');
    await expectAccessible(screen);
  });

  it('ROOM-7 code is shown as it was written', async () => {
    const text = 'Try:\n```ts\nif (a < b) {\n  run();\n}\n```\nand `x`.';
    const screen = await open([aLine('a', { text })]);
    expect(screen.root.querySelector('pre')?.textContent).toBe('if (a < b) {\n  run();\n}');
    expect(screen.root.querySelector('p code, .bubble code:not(pre code)')?.textContent).toBe('x');
    expect(screen.has('button', 'Copy')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-7 a formula is set, a faulty one is shown as it was written', async () => {
    const screen = await open([
      aLine('a', { text: 'So $a^2$.' }),
      aLine('b', { text: '$\\frac{1$ and $\\href{javascript:1}{x}$', goesOn: true }),
    ]);
    await screen.until(() => screen.root.querySelector('math') !== null);
    expect(screen.root.querySelector('math msup')).not.toBeNull();
    const [, second] = screen.all('listitem');
    expect(second?.textContent).toContain('$\\frac{1$');
    expect(second?.querySelector('a')).toBeNull();
  });

  it('ROOM-7 markup is only ever text', async () => {
    const text = '<img src=x onerror="alert(1)"> `<b>` $\\text{<i>}$';
    const screen = await open([aLine('a', { text })]);
    expect(screen.root.querySelector('li img, li b, li i')).toBeNull();
    expect(screen.get('listitem').textContent).toContain('<img src=x onerror="alert(1)">');
  });

  it('ROOM-7 says where begins what is new', async () => {
    const screen = await open([aLine('a'), { kind: 'new', id: 'new' }, aLine('b')]);
    expect(rows(screen)[1]).toBe('New messages');
    await expectAccessible(screen);
  });

  it('FAIL-8 says that a line waits, and lets it be given up', async () => {
    const screen = await open([aLine('a', { isOwn: true, delivery: 'waiting' })]);
    const discarded: string[] = [];
    screen.component.discard.subscribe((id) => discarded.push(id));
    expect(rows(screen)[0]).toContain('Waiting for connection');
    await screen.press('button', 'Discard');
    expect(discarded).toEqual(['a']);
  });
});
