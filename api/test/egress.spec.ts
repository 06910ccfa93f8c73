import type { LiveKit } from '../../launcher/livekit.mjs';
import { type EgressOptions, EgressRecorder } from '../src/media/livekit/egress-recorder.ts';
import { systemClock } from '../src/platform/clock.ts';
import { newId } from '../src/platform/ids.ts';
import { hear, wantedPart } from '../src/recording/domain/part.ts';
import {
  RecorderAway,
  RecorderFull,
  type RecorderReport,
  type RecordingOrder,
} from '../src/recording/recorder.ts';
import { EgressScene, keys, serverAt } from './egress-scene.ts';
import type { EgressStandIn } from './egress-stand-in.ts';

const storage: EgressOptions['storage'] = {
  kind: 's3',
  ...{ endpoint: 'http://storage.test:8333', region: 'us-east-1', bucket: 'lessons' },
  ...{ accessKey: 'an-access-key', secretKey: 'a-secret-key', timeoutMs: 1000 },
};

describe('LiveKit Egress as recorder', () => {
  let scene: EgressScene | null = null;
  let livekit: LiveKit;
  let egress: EgressStandIn;
  let ear: EgressScene['ear'];

  function recorderWith(options: Partial<EgressOptions> = {}): EgressRecorder {
    return new EgressRecorder(
      {
        ...{ url: livekit.url, ...keys, timeoutMs: 2000, startTimeoutMs: 2000, most: 50 },
        ...{ mode: 'composite', pageUrl: 'http://api.test/record', healthUrl: null, storage },
        ...options,
      },
      systemClock,
    );
  }

  /** The order to record a part of a session that is in its room. */
  async function order(): Promise<RecordingOrder> {
    const [partId, sessionId] = [newId(), newId()];
    await serverAt(livekit.url).openRoom(sessionId);
    return { partId, sessionId, key: `recordings/${partId}.mp4` };
  }

  function startsOf({ sessionId }: RecordingOrder): number {
    const starts = egress.requests.filter(({ event }) => event === 'start');
    return starts.filter(({ request }) => JSON.stringify(request).includes(sessionId)).length;
  }

  beforeAll(async () => {
    scene = await EgressScene.open();
    if (scene) ({ livekit, egress, ear } = scene);
    else pending('there is no redis-server or no Go on this machine');
  }, 300_000);

  afterAll(() => scene?.[Symbol.asyncDispose]());

  afterEach(async () => {
    await egress.behave('works');
  });

  it('ROOM-18 asks for our page, H.264 and Opus in MP4, into our storage', async () => {
    const ordered = await order();
    const heard = egress.next('start');
    const name = await recorderWith().start(ordered);
    const { egressId, request } = await heard;
    expect(egressId).toBe(name);
    expect(request?.['roomComposite']).toEqual({
      roomName: ordered.sessionId,
      layout: 'speaker',
      customBaseUrl: 'http://api.test/record',
      fileOutputs: [
        {
          fileType: 'MP4',
          filepath: ordered.key,
          disableManifest: true,
          s3: {
            ...{ accessKey: 'an-access-key', secret: 'a-secret-key', region: 'us-east-1' },
            ...{ endpoint: 'http://storage.test:8333', bucket: 'lessons', forcePathStyle: true },
          },
        },
      ],
      advanced: {
        ...{ width: 1280, height: 720, depth: 24, framerate: 25 },
        ...{ audioCodec: 'OPUS', audioBitrate: 96, audioFrequency: 48000 },
        ...{ videoCodec: 'H264_MAIN', videoBitrate: 2500, keyFrameInterval: 4 },
      },
    });
  });

  it('ROOM-18 asks for the sound alone without a page, and for a file in a shared folder', async () => {
    const ordered = await order();
    const heard = egress.next('start');
    const folder = '/var/lib/files';
    await recorderWith({ mode: 'audio', storage: { kind: 'disk', folder } }).start(ordered);
    expect((await heard).request?.['roomComposite']).toEqual({
      roomName: ordered.sessionId,
      audioOnly: true,
      fileOutputs: [
        { fileType: 'MP4', filepath: `${folder}/${ordered.key}`, disableManifest: true },
      ],
      advanced: { audioCodec: 'OPUS', audioBitrate: 96, audioFrequency: 48000 },
    });
  });

  it('ROOM-18 records once however often it is asked for one part', async () => {
    const ordered = await order();
    const recorder = recorderWith();
    const names = await Promise.all([recorder.start(ordered), recorder.start(ordered)]);
    // Another process, which knows of nothing.
    names.push(await recorderWith().start(ordered));
    expect(new Set(names).size).toBe(1);
    expect(startsOf(ordered)).toBe(1);
  });

  it('ROOM-18 hears how it goes, from the beginning to the file, and may look as well', async () => {
    const ordered = await order();
    const recorder = recorderWith();
    const name = await recorder.start(ordered);
    await ear.until(name, 'STARTING');
    await egress.tell(name, { status: 'EGRESS_ACTIVE', startedAt: '7000000000' });
    await ear.until(name, 'RECORDING');
    const stopped = egress.next('stop');
    await recorder.stop(name);
    expect((await stopped).egressId).toBe(name);
    await ear.until(name, 'FINISHING');
    const file = { startedAt: '7100000000', endedAt: '9000000000', size: '123456' };
    await egress.tell(name, { status: 'EGRESS_COMPLETE', fileResults: [file] });
    const told = await ear.until(name, 'DONE');
    const done: RecorderReport = {
      ...{ name, partId: ordered.partId, state: 'DONE', reason: null },
      ...{ startedAt: 7100, endedAt: 9000, bytes: 123456 },
    };
    expect(told.at(-1)).toEqual(done);
    expect(await recorder.look(name)).toEqual(done);
    // Twice is no fault.
    await recorder.stop(name);

    const inOrder = told.reduce(hear, wantedPart);
    expect(inOrder.heard).toBe('DONE');
    for (const others of [[...told].reverse(), [...told, ...told], [...told.slice(2), ...told]]) {
      expect(others.reduce(hear, wantedPart)).toEqual(inOrder);
    }
  });

  it('ROOM-18 hears in words why it failed', async () => {
    const ordered = await order();
    const recorder = recorderWith();
    const name = await recorder.start(ordered);
    await egress.tell(name, { status: 'EGRESS_FAILED', error: 'Start signal not received' });
    await ear.until(name, 'FAILED');
    const report = await recorder.look(name);
    expect(report).toEqual(
      jasmine.objectContaining({
        ...{ partId: ordered.partId, state: 'FAILED' },
        reason: 'Nothing came that could be recorded.',
      }),
    );
    await recorder.stop(name);
  });

  it('ROOM-18 FAIL-12 waits for nobody who never answers', async () => {
    const ordered = await order();
    const recorder = recorderWith({ timeoutMs: 1000, startTimeoutMs: 1000 });
    const name = await recorder.start(ordered);
    await egress.behave('silent');
    const begun = Date.now();
    await expectAsync(recorder.start(await order())).toBeRejectedWithError(RecorderAway);
    await expectAsync(recorder.stop(name)).toBeRejectedWithError(RecorderAway);
    expect(Date.now() - begun).toBeLessThan(6000);
  });

  it('ROOM-18 says when it is refused, and when there is no room', async () => {
    await egress.behave('refuses');
    await expectAsync(recorderWith().start(await order())).toBeRejectedWithError(RecorderAway);
    await egress.behave('full');
    const patient = recorderWith({ startTimeoutMs: 30_000, healthUrl: `${httpOf(livekit)}/` });
    await expectAsync(patient.start(await order())).toBeRejectedWithError(RecorderFull);
  }, 60_000);

  it('ROOM-18 takes no more rooms at a time than it may, and none without LiveKit or Egress', async () => {
    await recorderWith().start(await order());
    expect(await recorderWith().admits()).toBeTrue();
    expect(await recorderWith({ healthUrl: `${httpOf(livekit)}/` }).admits()).toBeTrue();
    const full = recorderWith({ most: 1 });
    expect(await full.admits()).toBeFalse();
    await expectAsync(full.start(await order())).toBeRejectedWithError(RecorderFull);
    const nowhere = 'http://127.0.0.1:1/';
    expect(await recorderWith({ healthUrl: nowhere }).admits()).toBeFalse();
    expect(await recorderWith({ url: nowhere }).admits()).toBeFalse();
    await expectAsync(recorderWith({ url: nowhere }).start(await order())).toBeRejectedWithError(
      RecorderAway,
    );
  });

  it('FAIL-12 finds a part by what is recorded of it', async () => {
    const ordered = await order();
    const name = await recorderWith().start(ordered);
    expect(await recorderWith().find(ordered.partId)).toBe(name);
  });

  it('FAIL-12 stops what LiveKit’s list has lost', async () => {
    const recorder = recorderWith();
    const name = await recorder.start(await order());
    await scene?.loseWorks();
    expect(await recorder.look(name)).toBeNull();
    const stopped = egress.next('stop');
    await recorder.stop(name);
    expect((await stopped).egressId).toBe(name);
  });

  it('ROOM-18 knows nothing of what it never began', async () => {
    expect(await recorderWith().look('EG_unheard')).toBeNull();
    expect(await recorderWith().find(newId())).toBeNull();
    // Nobody has heard it, so it is not known that nobody goes on.
    await expectAsync(recorderWith().stop('EG_unheard')).toBeRejectedWithError(RecorderAway);
    expect(egress.requests.some(({ egressId }) => egressId === 'EG_unheard')).toBeFalse();
  });
});

function httpOf({ url }: LiveKit): string {
  return url.replace(/^ws/, 'http');
}
