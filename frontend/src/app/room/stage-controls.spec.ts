import { TestBed } from '@angular/core/testing';
import { MediaStore } from '../media/media-store';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { StageControls } from './stage-controls';

describe('StageControls', () => {
  let scene: Scene;
  let controls: StageControls;

  beforeEach(async () => {
    scene = new Scene(StageControls);
    controls = TestBed.inject(StageControls);
    await scene.enter();
  });

  it('ROOM-3 shares the screen, and says that pressing it again stops it', async () => {
    controls.screen()[0]?.press();
    await settled();
    expect(TestBed.inject(MediaStore).isSharing()).toBe(true);
    const [screen] = controls.screen();
    expect([screen?.label, screen?.look]).toEqual(['Stop sharing', 'on']);
    screen?.press();
    await settled();
    expect(TestBed.inject(MediaStore).isSharing()).toBe(false);
    expect(controls.screen()[0]?.label).toBe('Share screen');
  });

  it('ROOM-3 opens the settings', () => {
    controls
      .others()
      .find(({ id }) => id === 'settings')
      ?.press();
    expect(controls.isSettingsOpen()).toBe(true);
    controls.closeSettings();
    expect(controls.isSettingsOpen()).toBe(false);
  });

  it('ROOM-14 offers picture-in-picture and the full screen where the browser has them', () => {
    const names = controls.others().map(({ label }) => label);
    expect(names).toContain('Picture-in-picture');
    expect(names).toContain('Full screen');
  });
});
