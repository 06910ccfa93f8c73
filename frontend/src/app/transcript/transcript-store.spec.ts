import { TestBed } from '@angular/core/testing';
import { minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { pageOf, spokenAt } from '../testing/spoken';
import {
  TranscriptDocument,
  type TranscriptSegmentPartsFragment,
  TranscriptSegmentsDocument,
  TranscriptStatusChangesDocument,
} from './transcript-operations';
import { TranscriptStore } from './transcript-store';

describe('TranscriptStore', () => {
  let scene: Scene;
  let store: TranscriptStore;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(1));
    store = TestBed.inject(TranscriptStore);
    scene.graphql.answer(TranscriptDocument, () => pageOf([]));
  });

  async function open(): Promise<void> {
    store.open('session-1');
    await settled();
    await settled();
  }

  function tell(segment: TranscriptSegmentPartsFragment): void {
    const transcriptSegments = segment;
    scene.graphql.stream(TranscriptSegmentsDocument).push({ transcriptSegments });
  }

  function runs(state: 'OFF' | 'RUNNING' | 'DELAYED'): void {
    const transcriptStatusChanges = { state, engine: state === 'OFF' ? null : 'test' };
    scene.graphql.stream(TranscriptStatusChangesDocument).push({ transcriptStatusChanges });
  }

  function shown(): readonly string[] {
    return store.lines().map(({ text, isFinal }) => (isFinal ? text : `${text} …`));
  }

  it('ROOM-8 reads all pages of what was said, and then follows behind them', async () => {
    scene.graphql.answer(TranscriptDocument, ({ after }) =>
      after ? pageOf([spokenAt(2, 'leo')]) : pageOf([spokenAt(1, 'mia')], true),
    );
    expect(store.isLoaded()).toBe(false);
    await open();
    expect(store.isLoaded()).toBe(true);
    expect(shown()).toEqual(['words at 1', 'words at 2']);
    const { asked } = scene.graphql.stream(TranscriptSegmentsDocument);
    expect(asked).toEqual([{ sessionId: 'session-1', after: 'cursor-at-2' }]);
  });

  it('ROOM-8 shows words on the way while somebody writes, and no longer', async () => {
    await open();
    tell(spokenAt(5, 'mia', { isFinal: false, text: 'Hel' }));
    expect(shown()).toEqual([]);
    runs('RUNNING');
    expect(shown()).toEqual(['Hel …']);
    tell(spokenAt(5, 'mia', { revision: 2, text: 'Hello.' }));
    expect(shown()).toEqual(['Hello.']);
  });

  it('FAIL-8 goes on behind the last final words, and shows nothing twice', async () => {
    await open();
    tell(spokenAt(5, 'mia'));
    scene.graphql.stream(TranscriptSegmentsDocument).reconnect();
    tell(spokenAt(5, 'mia'));
    tell(spokenAt(6, 'leo'));
    const { asked } = scene.graphql.stream(TranscriptSegmentsDocument);
    expect(asked.map(({ after }) => after)).toEqual([null, 'cursor-at-5']);
    expect(shown()).toEqual(['words at 5', 'words at 6']);
  });

  it('ROOM-15 gives captions of what was just said, until there is silence', async () => {
    await open();
    tell(spokenAt(-60, 'mia'));
    expect(store.captions()).toEqual([]);
    tell(spokenAt(59, 'leo'));
    expect(store.captions().map(({ text }) => text)).toEqual(['words at 59']);
    scene.clock.set(minutesIn(1) + 6000);
    expect(store.captions()).toEqual([]);
  });

  it('ROOM-8 says why it cannot be read, and tries again', async () => {
    scene.graphql.refuse(TranscriptDocument, 'forbidden');
    await open();
    expect(store.fault()).toBe('forbidden');
    scene.graphql.answer(TranscriptDocument, () => pageOf([spokenAt(1, 'mia')]));
    store.retry();
    await settled();
    expect(store.fault()).toBeNull();
    expect(shown()).toEqual(['words at 1']);
  });

  it('ROOM-8 waits where the server cannot be reached', async () => {
    scene.graphql.refuse(TranscriptDocument, 'unreachable');
    await open();
    expect(store.fault()).toBeNull();
    scene.graphql.answer(TranscriptDocument, () => pageOf([spokenAt(1, 'mia')]));
    scene.graphql.askAgain();
    await settled();
    expect(shown()).toEqual(['words at 1']);
  });

  it('LIFE-8 reads what was said in a session that is over, and follows nothing', async () => {
    scene.graphql.answer(TranscriptDocument, () => pageOf([spokenAt(1, 'mia')]));
    store.load('session-1');
    await settled();
    expect(shown()).toEqual(['words at 1']);
    expect(scene.graphql.stream(TranscriptSegmentsDocument).isWatched).toBe(false);
  });

  it('ROOM-8 follows once, and no more when the page is gone', async () => {
    await open();
    await open();
    const stream = scene.graphql.stream(TranscriptSegmentsDocument);
    expect(stream.asked.length).toBe(1);
    TestBed.resetTestingModule();
    expect(stream.isWatched).toBe(false);
  });
});
