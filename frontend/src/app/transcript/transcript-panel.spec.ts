import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { ChangeConsentDocument } from '../consent/consent-operations';
import { aConsent, aRunningSession, leo, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, settled, show, textOf } from '../testing/screen';
import { pageOf, spokenAt } from '../testing/spoken';
import {
  TranscriptDocument,
  type TranscriptSegmentPartsFragment,
  TranscriptSegmentsDocument,
  TranscriptStatusChangesDocument,
} from './transcript-operations';
import { TranscriptPanel } from './transcript-panel';

const talk = [
  spokenAt(1, 'mia', { text: 'Shall we begin?' }),
  spokenAt(3, 'mia', { text: 'With fractions.' }),
  spokenAt(65, 'leo', { text: 'D’accord, l’élève commence.', language: 'fr' }),
];

describe('TranscriptPanel', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(2));
  });

  /** The panel in a small window, as in the sidebar. */
  async function open(
    segments: readonly TranscriptSegmentPartsFragment[] = talk,
    state: 'OFF' | 'RUNNING' | 'DELAYED' = 'RUNNING',
    engine = 'test',
  ): Promise<Screen<TranscriptPanel>> {
    scene.graphql.answer(TranscriptDocument, () => pageOf(segments));
    const screen = await show(TranscriptPanel, { sessionId: 'session-1' });
    screen.root.style.cssText = 'block-size: 320px; inline-size: 320px';
    const transcriptStatusChanges = { state, engine: state === 'OFF' ? null : engine };
    scene.graphql.stream(TranscriptStatusChangesDocument).push({ transcriptStatusChanges });
    await drawn(screen);
    return screen;
  }

  async function drawn(screen: Screen<TranscriptPanel>): Promise<void> {
    await screen.settle();
    // Sizes are told before a frame, and followed in the next one.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await screen.settle();
  }

  async function tell(
    screen: Screen<TranscriptPanel>,
    segment: TranscriptSegmentPartsFragment,
  ): Promise<void> {
    const transcriptSegments = segment;
    scene.graphql.stream(TranscriptSegmentsDocument).push({ transcriptSegments });
    await drawn(screen);
  }

  function rows(screen: Screen<TranscriptPanel>): readonly string[] {
    return screen.all('listitem').map(textOf);
  }

  function lastRow(screen: Screen<TranscriptPanel>): HTMLElement {
    const row = screen.all('listitem').at(-1);
    if (!row) throw new Error('there is no line');
    return row;
  }

  function frame(screen: Screen<TranscriptPanel>): HTMLElement {
    return screen.get('region', 'Transcript');
  }

  function fromEnd(screen: Screen<TranscriptPanel>): number {
    const { scrollHeight, scrollTop, clientHeight } = frame(screen);
    return Math.round(scrollHeight - scrollTop - clientHeight);
  }

  function marks(screen: Screen<TranscriptPanel>): readonly string[] {
    return [...screen.root.querySelectorAll('mark')].map(
      (mark) => `${mark.textContent}${mark.dataset['current'] === undefined ? '' : ' (current)'}`,
    );
  }

  it('ROOM-8 says who said what and when, in their language', async () => {
    const screen = await open();
    expect(rows(screen)).toEqual([
      'MM Mia Mentor 0:01 Shall we begin?',
      '0:03 With fractions.',
      'LL Leo Learner 1:05 D’accord, l’élève commence.',
    ]);
    const words = screen.all('listitem').map((row) => row.querySelector('[lang]'));
    expect(words.map((one) => one?.getAttribute('lang'))).toEqual(['en', 'en', 'fr']);
    await expectAccessible(screen);
  });

  it('ROOM-8 words on the way look like it, and become final where they stand', async () => {
    const screen = await open();
    await tell(screen, spokenAt(70, 'leo', { isFinal: false, text: 'And the' }));
    const row = lastRow(screen);
    expect(row.dataset['interim']).toBe('true');
    await expectAccessible(screen);
    await tell(screen, spokenAt(70, 'leo', { revision: 2, text: 'And the rest.' }));
    expect(lastRow(screen)).toBe(row);
    expect(row.dataset['interim']).toBeUndefined();
    expect(textOf(row)).toBe('1:10 And the rest.');
  });

  it('ROOM-8 follows new lines only while the reader is at the end', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => spokenAt(at, 'mia'));
    const screen = await open(lines);
    expect(fromEnd(screen)).toBe(0);
    await tell(screen, spokenAt(50, 'leo', { text: 'A long answer. '.repeat(20) }));
    expect(fromEnd(screen)).toBe(0);
    frame(screen).scrollTop = 100;
    await drawn(screen);
    await tell(screen, spokenAt(60, 'leo'));
    expect(frame(screen).scrollTop).toBe(100);
    await screen.press('button', 'Newest');
    expect(fromEnd(screen)).toBe(0);
  });

  it('ROOM-8 finds words without accents and capitals, and goes from one to the next', async () => {
    const screen = await open([...talk, spokenAt(80, 'mia', { text: 'Eleve, ÉLÈVE!' })]);
    await screen.type('Search the transcript', 'ELEVE');
    expect(marks(screen)).toEqual(['élève', 'Eleve', 'ÉLÈVE (current)']);
    expect(screen.text).toContain('3 of 3');
    await expectAccessible(screen);
    const field = screen.field('Search the transcript');
    await screen.key(field, 'Enter');
    expect(screen.text).toContain('1 of 3');
    expect(marks(screen)[0]).toBe('élève (current)');
    await screen.key(field, 'Enter', { shiftKey: true });
    expect(screen.text).toContain('3 of 3');
    await screen.press('button', 'Previous');
    expect(screen.text).toContain('2 of 3');
    await screen.key(field, 'Escape');
    expect([field.value, marks(screen).length]).toEqual(['', 0]);
    await screen.type('Search the transcript', 'physics');
    expect(screen.text).toContain('Not found');
  });

  it('ROOM-8 keeps the place that is being read when more is said', async () => {
    const screen = await open();
    await screen.type('Search the transcript', 'begin');
    await tell(screen, spokenAt(90, 'leo', { text: 'begin again' }));
    expect(marks(screen)).toEqual(['begin (current)', 'begin']);
    expect(screen.text).toContain('1 of 2');
  });

  it('ROOM-8 is copied by line and as a whole, by mouse and by keyboard', async () => {
    const written: string[] = [];
    spyOn(navigator.clipboard, 'writeText').and.callFake((text) => {
      written.push(text);
      return Promise.resolve();
    });
    const screen = await open();
    screen.root.querySelector<HTMLElement>('button.copy')?.click();
    await screen.settle();
    await screen.key(frame(screen), 'ArrowUp');
    await screen.key(document.activeElement as HTMLElement, 'ArrowUp');
    await screen.key(document.activeElement as HTMLElement, 'Enter');
    await screen.press('button', 'Copy and save');
    await expectAccessible(screen);
    await screen.press('menuitem', 'Copy everything');
    expect(written).toEqual([
      'Mia Mentor: Shall we begin?',
      'Mia Mentor: With fractions.',
      '[0:01] Mia Mentor: Shall we begin?\n[0:03] Mia Mentor: With fractions.\n' +
        '[1:05] Leo Learner: D’accord, l’élève commence.',
    ]);
    expect(document.activeElement).toBe(screen.get('button', 'Copy and save'));
  });

  it('ROOM-8 is saved as text and as WebVTT', async () => {
    const screen = await open();
    await screen.press('button', 'Copy and save');
    const address = (name: string) => screen.get('menuitem', name).getAttribute('href');
    expect(address('Save as text')).toBe('/session/session-1/transcript.txt');
    expect(address('Save as WebVTT')).toBe('/session/session-1/transcript.vtt');
  });

  it('ROOM-15 is read out line by line only to who wants it', async () => {
    const screen = await open();
    const said = () => screen.root.querySelector('pl-live-region')?.textContent;
    await tell(screen, spokenAt(70, 'leo'));
    expect(said()).toBe('');
    await screen.press('button', 'Copy and save');
    await screen.press('menuitem', 'Read new lines to me');
    await tell(screen, spokenAt(75, 'mia', { text: 'Good.' }));
    expect(said()).toBe('Mia Mentor: Good.');
    expect(scene.storage.read('transcript-announced')).toBe(true);
  });

  const states = [
    ['OFF', 'The transcript is not running.'],
    ['DELAYED', 'transcript delayed'],
    ['RUNNING', 'Live'],
  ] as const;
  for (const [state, words] of states) {
    it(`ROOM-8 says how it goes: ${words}`, async () => {
      const screen = await open([], state);
      expect(screen.all('status').map(textOf).join(' ')).toContain(words);
      expect(screen.text).toContain('Nothing has been said yet.');
      await expectAccessible(screen);
    });
  }

  it('ROOM-8 nobody takes a script for their own words', async () => {
    const screen = await open(talk, 'RUNNING', 'Scripted');
    expect(screen.text).toContain('· Scripted');
    expect(screen.text).toContain('A made-up conversation for this demo.');
  });

  it('ROOM-18 says why nothing is written down, and lets ask for it', async () => {
    scene.graphql.answer(ChangeConsentDocument, () => ({
      changeConsent: { __typename: 'Session' as const },
    }));
    await scene.signIn();
    const declined = aConsent({ status: 'DECLINED', by: leo.id });
    await scene.open(aRunningSession({ consents: [declined] }));
    const screen = await open([], 'OFF');
    expect(screen.text).toContain('You did not agree to a transcript.');
    await expectAccessible(screen);
    await screen.press('button', 'Ask for a transcript');
    expect(scene.graphql.calls(ChangeConsentDocument)[0]?.input).toEqual({
      ...{ sessionId: 'session-1', kind: 'TRANSCRIPT', act: 'REQUEST' },
    });
    const waiting = aConsent({ by: leo.id, agreedBy: [leo.id] });
    await scene.tell(aRunningSession({ consents: [waiting] }));
    await screen.settle();
    expect(screen.text).toContain('Waiting for Mia Mentor to agree to the transcript.');
    expect(screen.has('button', 'Ask for a transcript')).toBe(false);
  });

  it('LIFE-8 says that it does not stay', async () => {
    const screen = await open();
    await screen.set({ isKept: false });
    expect(screen.text).toContain('It is deleted when the session has ended.');
  });

  it('ROOM-8 says that it cannot be loaded, and tries again', async () => {
    scene.graphql.refuse(TranscriptDocument, 'forbidden');
    const screen = await show(TranscriptPanel, { sessionId: 'session-1' });
    expect(screen.get('alert').innerText).toContain('The transcript cannot be loaded.');
    await expectAccessible(screen);
    scene.graphql.answer(TranscriptDocument, () => pageOf(talk));
    await screen.press('button', 'Retry');
    expect(rows(screen).length).toBe(3);
  });

  it('ROOM-8 keeps the newest word in sight below ten thousand lines', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      spokenAt(at, at % 9 < 5 ? 'mia' : 'leo', { text: `Line ${String(at)} of a long talk.` }),
    );
    const screen = await open(many);
    await screen.until(() => screen.root.querySelectorAll('li').length === many.length);
    for (let word = 1; word <= 20; word++) {
      const parts = { isFinal: word === 20, revision: word, text: 'word '.repeat(word) };
      const transcriptSegments = spokenAt(20_000, 'leo', parts);
      scene.graphql.stream(TranscriptSegmentsDocument).push({ transcriptSegments });
      await settled();
      await new Promise(requestAnimationFrame);
    }
    // Lines get their height when they are painted for the first time.
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    expect(fromEnd(screen)).toBe(0);
    TestBed.resetTestingModule();
  }, 60_000);
});
