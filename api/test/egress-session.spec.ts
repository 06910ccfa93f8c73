import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EgressScene, keys, serverAt } from './egress-scene.ts';
import type { Heard } from './egress-stand-in.ts';
import { Meeting } from './meeting.ts';
import { becomes, begin, ends, open, says, seen } from './recording-scene.ts';

const lesson = 'api/test/media/lesson.mp4';

/** The file that Egress is to write. */
function fileOf({ request }: Heard): string {
  const { fileOutputs } = request?.['roomComposite'] as { fileOutputs: { filepath: string }[] };
  return fileOutputs[0]?.filepath ?? '';
}

describe('a session that Egress records', () => {
  let scene: EgressScene | null = null;

  /** A session in a room of LiveKit, whose notices the api hears. */
  async function plan(settings: Readonly<Record<string, string>> = {}): Promise<Meeting> {
    if (!scene) throw new Error('there is no Egress');
    const { livekit, ear } = scene;
    const media = { LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: keys.apiKey };
    const meeting = await Meeting.plan({
      ...{ RECORDING: 'egress', ...media, LIVEKIT_API_SECRET: keys.apiSecret },
      ...settings,
    });
    const server = serverAt(livekit.url);
    meeting.media.readNotice = (body: string, signature = '') =>
      server.readNotice(body, signature, Date.now());
    ear.others.splice(0, Infinity, `${meeting.api.url}/media/notices`);
    await server.openRoom(meeting.sessionId);
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    return meeting;
  }

  beforeAll(async () => {
    scene = await EgressScene.open();
    if (!scene) pending('there is no redis-server or no Go on this machine');
  }, 300_000);

  afterEach(() => {
    scene?.ear.others.splice(0);
  });

  afterAll(() => scene?.[Symbol.asyncDispose]());

  it('ROOM-18 ROOM-12 from both yeses to a file for both, and another one after a pause', async () => {
    if (!scene) return;
    const { egress } = scene;
    await using meeting = await plan();
    await says(meeting, 'mentor', 'REQUEST');
    expect(await seen(meeting)).toBeNull();
    const first = egress.next('start');
    await says(meeting, 'learner', 'AGREE');
    const one = await first;
    const name = one.egressId ?? '';
    await egress.tell(name, { status: 'EGRESS_ACTIVE' });
    expect((await becomes(meeting, 'RECORDING')).via).toBe('EGRESS');
    // No browser records beside it.
    expect((await begin(meeting)).__typename).toBe('RecordingNotPossible');

    const stopped = egress.next('stop');
    await says(meeting, 'learner', 'PAUSE');
    expect((await stopped).egressId).toBe(name);
    await mkdir(dirname(fileOf(one)), { recursive: true });
    await copyFile(lesson, fileOf(one));
    await egress.tell(name, { status: 'EGRESS_COMPLETE', fileResults: [{ size: '4096' }] });
    await becomes(meeting, 'PAUSED');

    const second = egress.next('start');
    await says(meeting, 'learner', 'RESUME');
    const two = await second;
    expect(fileOf(two)).not.toBe(fileOf(one));
    await egress.tell(two.egressId ?? '', {
      ...{ status: 'EGRESS_FAILED', error: 'Start signal not received' },
    });
    await becomes(meeting, 'REQUESTED');
    await ends(meeting);
    const { parts } = await becomes(meeting, 'READY');
    expect(parts.map(({ status, reason, mediaType }) => [status, reason, mediaType])).toEqual([
      ['READY', null, 'video/mp4'],
      ['FAILED', 'Nothing came that could be recorded.', 'video/mp4'],
    ]);
    const answer = await open(meeting, parts[0]?.url ?? null, { range: 'bytes=0-99' });
    expect(answer.status).toBe(206);
    const head = (await readFile(lesson)).subarray(0, 100);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(head);
  }, 60_000);

  it('ROOM-18 is the browser’s where Egress has no room', async () => {
    await using meeting = await plan({ EGRESS_HEALTH_URL: 'http://127.0.0.1:1/' });
    await says(meeting, 'mentor', 'REQUEST');
    await says(meeting, 'learner', 'AGREE');
    expect((await seen(meeting))?.via).toBe('BROWSER');
    expect((await begin(meeting)).__typename).toBe('RecordingPart');
  });
});
