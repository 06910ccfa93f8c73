import { expectAccessible } from '../testing/accessibility';
import { PushScene } from '../testing/push-scene';
import { show } from '../testing/screen';
import { NotificationCard } from './notification-card';

describe('NotificationCard', () => {
  it('PRE-3 says why, and asks the browser only when the person wishes it', async () => {
    const { store, gateway } = await PushScene.set();
    await store.look();
    const screen = await show(NotificationCard);
    expect(screen.has('heading', 'Be told when your session starts')).toBeTrue();
    await expectAccessible(screen);
    expect(gateway.questions).toBe(0);
    await screen.press('button', 'Allow notifications');
    expect(gateway.questions).toBe(1);
    expect(store.state()).toBe('on');
    expect(screen.text).toBe('');
  });

  it('PRE-3 goes away and stays away with "Not now"', async () => {
    const { store, gateway } = await PushScene.set();
    await store.look();
    const screen = await show(NotificationCard);
    await screen.press('button', 'Not now');
    expect(screen.text).toBe('');
    await store.look();
    await screen.settle();
    expect(screen.text).toBe('');
    expect(gateway.questions).toBe(0);
  });

  it('PRE-3 tells of the Home Screen on an iPhone', async () => {
    const { store } = await PushScene.set({ hasPush: false, userAgent: 'iPhone' });
    await store.look();
    const screen = await show(NotificationCard);
    expect(screen.text).toContain('Add to Home Screen');
    expect(screen.has('button', 'Allow notifications')).toBeFalse();
    await expectAccessible(screen);
  });

  it('PRE-3 says that it did not work, and lets it be tried again', async () => {
    const { store, gateway } = await PushScene.set();
    gateway.isBroken = true;
    await store.look();
    const screen = await show(NotificationCard);
    await screen.press('button', 'Allow notifications');
    expect(screen.get('alert').textContent).toContain('e-mail stands in');
    gateway.isBroken = false;
    await screen.press('button', 'Allow notifications');
    expect(store.state()).toBe('on');
  });

  it('PRE-3 is not there where push cannot be had', async () => {
    const { store } = await PushScene.set({ hasPush: false });
    await store.look();
    expect((await show(NotificationCard)).text).toBe('');
  });
});
