import { expectAccessible } from '../testing/accessibility';
import { PushScene } from '../testing/push-scene';
import { show } from '../testing/screen';
import { PushSetting } from './push-setting';
import { SendTestPushDocument } from './notifications-operations';

describe('PushSetting', () => {
  it('PRE-3 turns notifications on and off here', async () => {
    await PushScene.set();
    const screen = await show(PushSetting);
    expect(screen.text).toContain('Notifications are off for this device.');
    await expectAccessible(screen);
    await screen.press('button', 'Allow notifications');
    expect(screen.text).toContain('Notifications are on for this device.');
    expect(screen.get('list', 'Your devices').innerText).toContain('This device');
    await expectAccessible(screen);
    await screen.press('button', 'Turn off here');
    expect(screen.text).toContain('Notifications are off for this device.');
    expect(screen.has('list')).toBeFalse();
  });

  it('PRE-3 lists the devices, removes one, and sends a test to all', async () => {
    const scene = await PushScene.set();
    scene.hasPhone();
    await scene.store.allow();
    const screen = await show(PushSetting);
    expect(screen.all('listitem').length).toBe(2);
    await screen.press('button', 'Send a test');
    expect(screen.text).toContain('Sent to 2 devices.');
    await screen.press('button', /^Remove Chrome on Android/);
    expect(screen.all('listitem').length).toBe(1);
    scene.graphql.answer(SendTestPushDocument, () => ({ sendTestPush: { sent: 1, failed: 1 } }));
    await screen.press('button', 'Send a test');
    expect(screen.text).toContain('Sent to one device. One could not be reached.');
    scene.graphql.refuse(SendTestPushDocument, 'failed');
    await screen.press('button', 'Send a test');
    expect(screen.text).toContain('The test could not be sent.');
  });

  it('PRE-3 tells the way out of a block, and looks again', async () => {
    const { gateway } = await PushScene.set();
    gateway.permission = 'denied';
    const screen = await show(PushSetting);
    expect(screen.text).toContain('Notifications are blocked in this browser.');
    expect(screen.text).toContain('Select the icon to the left of the address');
    expect(screen.text).toContain('e-mail stands in');
    await expectAccessible(screen);
    gateway.permission = 'default';
    await screen.press('button', 'Check again');
    expect(screen.has('button', 'Allow notifications')).toBeTrue();
  });

  for (const [what, facts, text] of [
    ['cannot be had', { hasPush: false }, 'This browser cannot show notifications.'],
    ['needs installing', { hasPush: false, userAgent: 'iPhone' }, 'Add to Home Screen'],
  ] as const) {
    it(`PRE-3 says where push ${what}, and that e-mail stands in`, async () => {
      await PushScene.set(facts);
      const screen = await show(PushSetting);
      expect(screen.text).toContain(text);
      expect(screen.text).toMatch(/e-mail stands in/i);
      expect(screen.has('button')).toBeFalse();
      await expectAccessible(screen);
    });
  }

  it('PRE-3 says that it failed', async () => {
    const { gateway } = await PushScene.set();
    gateway.isBroken = true;
    const screen = await show(PushSetting);
    await screen.press('button', 'Allow notifications');
    expect(screen.get('alert').innerText).toContain('could not be turned on');
    await expectAccessible(screen);
  });
});
