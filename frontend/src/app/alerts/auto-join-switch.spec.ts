import { PreferencesStore } from '../preferences/preferences-store';
import { expectAccessible } from '../testing/accessibility';
import { FakePreferences } from '../testing/fake-preferences';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { AutoJoinSwitch } from './auto-join-switch';

describe('AutoJoinSwitch', () => {
  let store: FakePreferences;

  beforeEach(async () => {
    store = new FakePreferences();
    await new Scene({ provide: PreferencesStore, useValue: store }).signIn();
  });

  it('PRE-5 is what the person prefers', async () => {
    const screen = await show(AutoJoinSwitch);
    const field = screen.get('switch', /Auto-join/) as HTMLInputElement;
    expect(field.checked).toBe(false);
    await screen.press('switch', /Auto-join/);
    expect(store.preferences().autoJoin).toBe(true);
    expect(field.checked).toBe(true);
    await expectAccessible(screen);
  });

  it('PRE-5 says when that cannot be kept', async () => {
    store.fault.set('unreachable');
    const screen = await show(AutoJoinSwitch);
    await screen.press('switch', /Auto-join/);
    expect(textOf(screen.get('alert'))).toBe('This could not be saved. Try again.');
  });
});
