import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FirstPicture } from '../issues/first-picture';
import { ReportFirstPictureDocument, ReportIssueDocument } from '../issues/issues-operations';
import type { Peer } from '../media/call';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { aSession } from '../testing/builders';
import { aPeer, browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { watchFirstPicture, watchIssues } from './watch-issues';

async function flush(): Promise<void> {
  TestBed.tick();
  await settled();
}

describe('watchIssues', () => {
  let scene: Scene;
  const isFailing = signal(false);

  beforeEach(async () => {
    jasmine.clock().install();
    scene = new Scene();
    isFailing.set(false);
    const reportIssue = { __typename: 'TechIssue' as const };
    scene.graphql.answer(ReportIssueDocument, () => ({ reportIssue }));
    await scene.open(aSession());
    runInInjectionContext(TestBed.inject(Injector), () => {
      watchIssues(isFailing);
    });
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  /** Longer than a failure is kept back. */
  async function lasts(): Promise<void> {
    await flush();
    jasmine.clock().tick(2000);
    await flush();
  }

  /** What was told, such as `SOCKET` when it began and `SOCKET over`. */
  function told(): readonly string[] {
    return scene.graphql.calls(ReportIssueDocument).map(({ input }) => {
      const { kind, detail, durationMs } = input;
      return [kind, detail, durationMs === null ? null : 'over'].filter(Boolean).join(' ');
    });
  }

  it('FAIL-13 is silent while all is well', async () => {
    await TestBed.inject(DeviceStore).start();
    await scene.enter();
    await flush();
    TestBed.inject(MediaStore).close();
    await flush();
    expect(told()).toEqual([]);
  });

  it('FAIL-13 tells of a call that is cut and comes back, by other servers', async () => {
    await scene.enter();
    scene.media.call.become({ link: 'reconnecting' });
    await lasts();
    scene.media.call.become({ link: 'connected', way: 'relay' });
    await lasts();
    expect(told()).toEqual(['MEDIA_CONNECTION', 'MEDIA_CONNECTION over', 'BACKUP_SERVER RELAY']);
  });

  it('FAIL-13 tells of the socket', async () => {
    scene.socket.fail(1);
    await lasts();
    scene.socket.fail(2);
    await lasts();
    scene.socket.reconnect();
    await lasts();
    expect(told()).toEqual(['SOCKET', 'SOCKET over']);
  });

  it('FAIL-13 tells of a camera that fails and opens after all, and of a silent microphone', async () => {
    const devices = TestBed.inject(DeviceStore);
    scene.media.broken.camera = browserError('NotReadableError');
    await devices.start();
    await lasts();
    delete scene.media.broken.camera;
    await devices.retry();
    await lasts();
    devices.noteSilence(true);
    await lasts();
    expect(told()).toEqual([
      'DEVICE CAMERA_IN_USE',
      'DEVICE CAMERA_IN_USE over',
      'DEVICE MICROPHONE_SILENT',
    ]);
  });

  it('FAIL-13 tells of sound that wants a tap', async () => {
    await scene.enter();
    scene.media.call.become({ isSoundAllowed: false });
    await lasts();
    await TestBed.inject(MediaStore).allowSound();
    await lasts();
    expect(told()).toEqual(['DEVICE SOUND_BLOCKED', 'DEVICE SOUND_BLOCKED over']);
  });

  it('FAIL-13 tells of who wants in and is not let in', async () => {
    isFailing.set(true);
    await lasts();
    isFailing.set(false);
    await scene.enter();
    await lasts();
    expect(told()).toEqual(['JOIN', 'JOIN over']);
  });
});

describe('watchFirstPicture', () => {
  let scene: Scene;
  let picture: FirstPicture;

  beforeEach(async () => {
    scene = new Scene();
    scene.graphql.answer(ReportFirstPictureDocument, () => ({ reportFirstPicture: true }));
    await scene.open(aSession());
    picture = runInInjectionContext(TestBed.inject(Injector), watchFirstPicture);
  });

  const told = () => scene.graphql.calls(ReportFirstPictureDocument).map(({ input }) => input);

  async function join(peer: Peer | null): Promise<void> {
    const createCall = scene.media.createCall.bind(scene.media);
    scene.media.createCall = async () => {
      const call = await createCall();
      call.become({ peer });
      return call;
    };
    picture.await();
    await scene.enter();
    await flush();
    scene.clock.set(scene.clock.now() + 700);
  }

  it('FAIL-13 tells once how long it took from the press of Join until the other was seen', async () => {
    await join(aPeer());
    await picture.seen();
    await picture.seen();
    expect(told()).toEqual([{ sessionId: 'session-1', waitedMs: 700 }]);
  });

  it('FAIL-13 says nothing of who was waited for, or of a page that nobody looks at', async () => {
    await join(null);
    await picture.seen();
    TestBed.inject(MediaStore).close();
    await flush();
    scene.page.isVisible = false;
    await join(aPeer());
    await picture.seen();
    expect(told()).toEqual([]);
  });
});
