import { expectAccessible } from '../testing/accessibility';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { RecordingChangesDocument } from './recording-operations';
import { RecordingResult } from './recording-result';
import type { Recording } from './recording-store';

type Part = Recording['parts'][number];

function aPart(id: string, parts: Partial<Part> = {}): Part {
  return {
    ...{ id, status: 'READY', startedAt: isoAt(0), endedAt: isoAt(2) },
    ...{ mediaType: 'video/webm', bytes: 3_000_000, url: `/recordings/${id}?s=1`, reason: null },
    ...parts,
  };
}

describe('RecordingResult', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  async function open(): Promise<Screen<RecordingResult>> {
    return show(RecordingResult, { sessionId: 'session-1' });
  }

  async function tell(screen: Screen<RecordingResult>, parts: Partial<Recording>): Promise<void> {
    const recordingChanges: Recording = {
      ...{ id: 'recording-1', status: 'READY', reason: null, via: 'BROWSER' },
      ...{ seconds: 120, parts: [] },
      ...parts,
    };
    scene.graphql.stream(RecordingChangesDocument).push({ recordingChanges });
    await screen.settle();
  }

  it('ROOM-12 says nothing of a session that was not recorded', async () => {
    const screen = await open();
    expect(screen.text).toBe('');
  });

  it('ROOM-12 "Recording will be available shortly", then its link, by itself', async () => {
    const screen = await open();
    await tell(screen, { status: 'PROCESSING' });
    expect(screen.get('status').textContent).toContain('Recording will be available shortly');
    await expectAccessible(screen);
    await tell(screen, { parts: [aPart('part-1')] });
    expect(screen.text).not.toContain('shortly');
    expect(screen.text).toContain('2:00 min, 3 MB');
    expect(screen.get('link', 'Download Recording').getAttribute('href')).toBe(
      '/recordings/part-1?s=1',
    );
    await expectAccessible(screen);
  });

  it('ROOM-18 says why there is none', async () => {
    const screen = await open();
    await tell(screen, { status: 'FAILED', reason: 'The recorder did not start.' });
    expect(screen.text).toContain('There is no recording: The recorder did not start.');
    await expectAccessible(screen);
  });

  it('ROOM-12 ROOM-15 plays one part after the other, whatever new address they get', async () => {
    const screen = await open();
    await tell(screen, { parts: [aPart('part-1'), aPart('part-2')] });
    await screen.press('button', 'Play Part 1');
    const video = screen.root.querySelector('video');
    expect(video?.getAttribute('aria-label')).toBe('Part 1');
    await tell(screen, { parts: [aPart('part-1', { url: '/new' }), aPart('part-2')] });
    expect(video?.getAttribute('src')).toBe('/recordings/part-1?s=1');
    video?.dispatchEvent(new Event('ended'));
    await screen.settle();
    expect(video?.getAttribute('src')).toBe('/recordings/part-2?s=1');
    expect(video?.getAttribute('aria-label')).toBe('Part 2');
    await expectAccessible(screen);
  });
});
