import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { expectAccessible } from '../../testing/accessibility';
import { aLearner, aSession } from '../../testing/builders';
import { aPeer, browserError } from '../../testing/fake-media';
import { aScreen } from '../../testing/fake-screen';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { Stage } from './stage';

/** The room as far as the stage needs one. */
@Component({
  imports: [Stage],
  template: '<pl-stage [isBoardShown]="true"><p board>The board</p></pl-stage>',
  styles: 'pl-stage { block-size: 30rem; inline-size: 50rem; }',
})
class WithBoard {}

describe('Stage, what is shared', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await TestBed.inject(DeviceStore).start();
    await scene.open(aSession({ learner: aLearner('IN_ROOM') }));
    await scene.enter();
  });

  async function open(): Promise<Screen<Stage>> {
    scene.media.call.become({ peer: aPeer() });
    return show(Stage);
  }

  it('ROOM-2 the other’s screen takes the stage, and both people stay', async () => {
    const screen = await open();
    scene.media.call.become({ screen: aScreen() });
    await screen.settle();
    expect(screen.has('region', 'Screen of Mia Mentor')).toBe(true);
    const labels = [...screen.root.querySelectorAll('video')].map((one) => one.ariaLabel);
    expect(labels).toEqual(['Picture: Screen of Mia Mentor', 'Video of Mia Mentor', 'Your camera']);
    await expectAccessible(screen);
    await screen.press('button', 'Larger, to read small letters');
    expect(screen.get('region', 'Screen of Mia Mentor').tabIndex).toBe(0);
    await expectAccessible(screen);
  });

  it('ROOM-2 plays the sound of the other’s screen', async () => {
    const screen = await open();
    const sound = { attach: jasmine.createSpy(), detach: jasmine.createSpy() };
    scene.media.call.become({ screen: aScreen({ sound }) });
    await screen.settle();
    expect(sound.attach).toHaveBeenCalledTimes(1);
  });

  it('ROOM-3 says that one shares, and stops', async () => {
    const screen = await open();
    void TestBed.inject(MediaStore).shareScreen();
    await screen.settle();
    expect(screen.text).toContain('You are sharing your screen');
    expect(screen.has('region', 'Your screen')).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Stop sharing');
    expect(screen.has('region', 'Your screen')).toBe(false);
    expect(screen.text).not.toContain('You are sharing your screen');
  });

  it('ROOM-2 does not mirror a whole screen into itself', async () => {
    const screen = await open();
    scene.media.call.become({
      screen: aScreen({ personId: 'leo', isOwn: true, isWholeScreen: true }),
    });
    await screen.settle();
    expect(screen.has('region', 'Your screen')).toBe(false);
  });

  it('ROOM-2 asks before it takes the place of the other’s screen', async () => {
    const screen = await open();
    scene.media.call.become({ screen: aScreen() });
    void TestBed.inject(MediaStore).shareScreen();
    await screen.settle();
    expect(screen.has('dialog', 'Share your screen instead?')).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Share mine');
    expect(scene.media.call.shared.length).toBe(1);
  });

  it('ROOM-2 leaves the other’s screen where the person says so', async () => {
    const screen = await open();
    scene.media.call.become({ screen: aScreen() });
    void TestBed.inject(MediaStore).shareScreen();
    await screen.settle();
    await screen.press('button', 'Keep Mia Mentor’s');
    await screen.until(() => !TestBed.inject(MediaStore).isTakeOverAsked());
    expect(scene.media.call.shared).toEqual([]);
  });

  it('ROOM-3 says how to mend what hinders sharing, and nothing after a closed question', async () => {
    const screen = await open();
    scene.media.screenFailure = browserError('NotAllowedError', 'Permission denied');
    void TestBed.inject(MediaStore).shareScreen();
    await screen.settle();
    expect(screen.has('alert')).toBe(false);
    scene.media.screenFailure = browserError('NotAllowedError', 'Permission denied by system');
    void TestBed.inject(MediaStore).shareScreen();
    await screen.settle();
    expect(screen.text).toContain('Allow it in the privacy settings of your device');
    await expectAccessible(screen);
    await screen.press('button', 'OK');
    expect(screen.has('alert')).toBe(false);
  });

  it('ROOM-17 gives the stage to the board, and both people stay', async () => {
    scene.media.call.become({ peer: aPeer(), screen: aScreen() });
    const screen = await show(WithBoard);
    expect(screen.text).toContain('The board');
    expect(screen.has('region', 'Screen of Mia Mentor')).toBe(false);
    expect(screen.root.querySelector('video[aria-label="Video of Mia Mentor"]')).not.toBeNull();
  });
});
