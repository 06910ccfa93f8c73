import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { pageOf, spokenAt } from '../testing/spoken';
import { Captions } from './captions';
import { CaptionsChoice } from './captions-choice';
import {
  TranscriptDocument,
  TranscriptSegmentsDocument,
  TranscriptStatusChangesDocument,
} from './transcript-operations';

describe('Captions', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(1));
    scene.graphql.answer(TranscriptDocument, () => pageOf([]));
  });

  async function tell(
    screen: Screen<Captions>,
    ...args: Parameters<typeof spokenAt>
  ): Promise<void> {
    const transcriptSegments = spokenAt(...args);
    scene.graphql.stream(TranscriptSegmentsDocument).push({ transcriptSegments });
    await screen.settle();
  }

  function lines(screen: Screen<Captions>): readonly string[] {
    return [...screen.root.querySelectorAll('.captions p')].map(textOf);
  }

  it('ROOM-15 are off until somebody wants them, and remembered', async () => {
    const screen = await show(Captions, { sessionId: 'session-1' });
    expect(scene.graphql.stream(TranscriptSegmentsDocument).isWatched).toBe(false);
    TestBed.inject(CaptionsChoice).toggle();
    await screen.settle();
    await tell(screen, 58, 'mia', { text: 'Hello' });
    expect(lines(screen)).toEqual(['Mia Mentor Hello']);
    expect(scene.storage.read('captions')).toBe(true);
    await expectAccessible(screen);
    TestBed.inject(CaptionsChoice).toggle();
    await screen.settle();
    expect(screen.has('group', 'Captions')).toBe(false);
  });

  it('ROOM-15 show the last words of both in their languages, and go after silence', async () => {
    scene.storage.write('captions', true);
    const screen = await show(Captions, { sessionId: 'session-1' });
    await tell(screen, 55, 'mia', { text: 'First' });
    await tell(screen, 57, 'mia', { text: 'Second' });
    await tell(screen, 59, 'leo', { text: 'Voilà', language: 'fr', isFinal: false });
    expect(lines(screen)).toEqual(['Mia Mentor Second', 'Leo Learner Voilà']);
    expect(screen.root.querySelector('[lang=fr]')?.textContent.trim()).toBe('Voilà');
    scene.clock.set(minutesIn(1) + 6000);
    await screen.settle();
    expect(screen.has('group', 'Captions')).toBe(false);
  });

  it('ROOM-15 take two lines at the most, of which the last are seen', async () => {
    scene.storage.write('captions', true);
    const screen = await show(Captions, { sessionId: 'session-1' });
    screen.root.style.cssText = 'position: relative; inline-size: 20rem';
    await tell(screen, 58, 'mia', { text: `${'many words '.repeat(40)}END` });
    const words = screen.root.querySelector('.words');
    const text = words?.firstElementChild;
    if (!words || !text) throw new Error('no words');
    const box = words.getBoundingClientRect();
    const lineHeight = parseFloat(getComputedStyle(words).lineHeight);
    expect(box.height).toBeLessThan(lineHeight * 2 + 1);
    expect(Math.abs(text.getBoundingClientRect().bottom - box.bottom)).toBeLessThan(1);
  });

  it('ROOM-8 say that they come late', async () => {
    scene.storage.write('captions', true);
    const screen = await show(Captions, { sessionId: 'session-1' });
    const transcriptStatusChanges = { state: 'DELAYED' as const, engine: 'test' };
    scene.graphql.stream(TranscriptStatusChangesDocument).push({ transcriptStatusChanges });
    await screen.settle();
    expect(screen.text).toBe('transcript delayed');
  });
});
