import { signal } from '@angular/core';
import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { type Screen, settled, show } from '../testing/screen';
import { RecordingDelivery } from './delivery/recording-delivery';
import { RecordingSender } from './recording-sender';

describe('RecordingSender', () => {
  const isSending = signal(false);
  let scene: Scene;
  let asked: PromiseWithResolvers<string>;

  beforeEach(() => {
    asked = Promise.withResolvers();
    isSending.set(false);
    const send = (ownerId: string) => {
      asked.resolve(ownerId);
      return Promise.resolve();
    };
    scene = new Scene({ provide: RecordingDelivery, useValue: { isSending, send } });
  });

  async function open(): Promise<Screen<RecordingSender>> {
    const screen = await show(RecordingSender);
    await scene.signIn();
    await screen.settle();
    return screen;
  }

  it('ROOM-18 sends on any page what was recorded here, and says so', async () => {
    scene.storage.write('recording-unsent', true);
    const screen = await open();
    expect(await asked.promise).toBe('leo');
    expect(screen.get('status').textContent.trim()).toBe('');
    await settled();
    isSending.set(true);
    await screen.settle();
    expect(screen.get('status').textContent).toContain('The recording is being sent.');
    await expectAccessible(screen);
  });

  it('ROOM-18 loads nothing where nothing was recorded', async () => {
    let isAsked = false;
    void asked.promise.then(() => (isAsked = true));
    await open();
    expect(isAsked).toBe(false);
  });
});
