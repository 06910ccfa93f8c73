import { TestBed } from '@angular/core/testing';
import { mediaLibrary } from '../media/call';
import { DeviceStore } from '../media/device-store';
import { SpeakerStore } from '../media/speaker-store';
import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { TestPage } from './test-page';

describe('TestPage', () => {
  it('PRE-8 tries devices and network at any time, without a session', async () => {
    const scene = new Scene();
    TestBed.overrideComponent(TestPage, {
      add: {
        providers: [{ provide: mediaLibrary, useValue: scene.media }, DeviceStore, SpeakerStore],
      },
    });
    await scene.signIn();
    const screen = await show(TestPage);
    expect(screen.has('heading', 'Test Audio/Video')).toBe(true);
    expect(scene.media.wishes).toEqual([{ camera: null, microphone: null }]);
    expect(screen.has('region', 'Device check')).toBe(true);
    expect(screen.all('button', 'Play test sound')).toEqual([]);
    await expectAccessible(screen);
  });
});
