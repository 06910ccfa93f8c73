import { TestBed } from '@angular/core/testing';
import { Sound } from '../alerts/sound';
import { Voice } from '../alerts/voice';
import {
  PreferencesChangedDocument,
  PreferencesDocument,
  type PreferencesPartsFragment,
  UpdatePreferencesDocument,
} from '../preferences/preferences-operations';
import { PushGateway } from '../notifications/push-gateway';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, thePreferences } from '../testing/builders';
import { FakePushGateway } from '../testing/fake-push';
import { Scene } from '../testing/scene';
import { type Screen, settled, show } from '../testing/screen';
import { SettingsPage } from './settings-page';

type Page = Screen<SettingsPage>;

describe('SettingsPage', () => {
  let scene: Scene;
  const played: unknown[] = [];

  beforeEach(() => {
    played.length = 0;
    scene = new Scene(
      { provide: Voice, useValue: { speak: (words: string) => played.push(words) } },
      { provide: PushGateway, useValue: new FakePushGateway() },
    );
    const allow = spyOn(Sound.prototype, 'allow').and.resolveTo();
    spyOn(Sound.prototype, 'play').and.callFake((chime, volume) => {
      expect(allow).toHaveBeenCalled();
      played.push([chime, volume]);
    });
  });

  /** The page of somebody who has these preferences, on a server that keeps each change. */
  async function open(parts: Partial<PreferencesPartsFragment> = {}): Promise<Page> {
    scene.graphql.answer(PreferencesDocument, () => ({ preferences: thePreferences(parts) }));
    let kept = thePreferences(parts);
    scene.graphql.answer(UpdatePreferencesDocument, ({ input }) => {
      const { reminders = [], ...plain } = input as Partial<PreferencesPartsFragment>;
      const merged = kept.reminders.map(
        (before) => reminders.find(({ lead }) => lead === before.lead) ?? before,
      );
      kept = { ...kept, ...plain, reminders: merged, revision: kept.revision + 1 };
      return { updatePreferences: { __typename: 'Preferences' as const, ...kept } };
    });
    await scene.signIn(aViewer());
    const page = await show(SettingsPage);
    await page.settle();
    return page;
  }

  function isOn(page: Page, name: string | RegExp): boolean {
    return (page.field(name) as HTMLInputElement).checked;
  }

  function inputs(): readonly unknown[] {
    return scene.graphql.calls(UpdatePreferencesDocument).map(({ input }) => input);
  }

  /** What the sections say of themselves. */
  function said(page: Page): string {
    return page
      .all('status')
      .filter((status) => status.parentElement?.tagName === 'HEADER')
      .map((status) => status.innerText.trim())
      .join('');
  }

  it('PRE-2 PRE-5 PRE-7 PRE-10 shows what the viewer chose, open to everybody', async () => {
    const page = await open({ chimeOneMinute: false, autoJoin: true, volume: 35 });
    expect(page.all('heading').map((heading) => heading.innerText)).toEqual([
      ...['Settings', 'Sounds', 'Voice', 'Auto-join'],
      ...['Reminders', 'Notifications', 'Time zone'],
    ]);
    expect(isOn(page, 'Chime 5 minutes before')).toBe(true);
    expect(isOn(page, 'Louder chime 1 minute before')).toBe(false);
    expect(isOn(page, /^Join by itself/)).toBe(true);
    expect(isOn(page, /^Spoken notices/)).toBe(false);
    expect(page.field('Volume').value).toBe('35');
    expect(page.text).toContain('35 %');
    await expectAccessible(page);
  });

  const switches: readonly [string, RegExp, object][] = [
    ['PRE-2', /^Chime 5 minutes before/, { chimeFiveMinutes: false }],
    ['PRE-2', /^Louder chime 1 minute before/, { chimeOneMinute: false }],
    ['PRE-2', /^Chime 10 seconds before/, { chimeTenSeconds: false }],
    ['PRE-7', /^Spoken notices/, { voice: true }],
    ['PRE-5', /^Join by itself/, { autoJoin: true }],
  ];
  for (const [id, name, input] of switches) {
    it(`${id} keeps "${name.source.slice(1)}" at once, and says so`, async () => {
      const page = await open();
      const before = isOn(page, name);
      expect(said(page)).toBe('');
      await page.press('switch', name);
      expect(inputs()).toEqual([input]);
      expect(isOn(page, name)).toBe(!before);
      expect(said(page)).toBe('Saved');
    });
  }

  it('PRE-2 sets the volume, shown while it moves and kept when it rests', async () => {
    const page = await open();
    await page.type('Volume', '20');
    expect(page.text).toContain('20 %');
    expect(inputs()).toEqual([]);
    page.field('Volume').dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(inputs()).toEqual([{ volume: 20 }]);
    expect(said(page)).toBe('Saved');
  });

  it('PRE-2 PRE-7 lets each sound be heard, as loud as it will be', async () => {
    const page = await open({ volume: 40 });
    await page.press('button', 'Play: Chime 5 minutes before');
    await page.press('button', 'Play: Louder chime 1 minute before');
    await page.press('button', 'Play: Chime 10 seconds before');
    await page.press('button', 'Play: Spoken notices');
    expect(played).toEqual([
      ['five-minutes', 40],
      ['one-minute', 40],
      ['ten-seconds', 40],
      'about-to-start',
    ]);
  });

  it('PRE-10 has a table of each reminder and each way, and keeps one cell', async () => {
    const page = await open();
    const heads = page.all('columnheader').map(({ innerText }) => innerText);
    expect(heads).toEqual(['When', 'E-mail', 'Push', 'In the app']);
    expect(page.all('rowheader').length).toBe(4);
    expect(page.all('checkbox').length).toBe(12);
    await page.press('checkbox', '1 hour before, Push');
    expect(inputs()).toEqual([{ reminders: [{ lead: 'HOUR', channels: ['EMAIL', 'IN_APP'] }] }]);
    expect(isOn(page, '1 hour before, Push')).toBe(false);
    expect(said(page)).toBe('Saved');
  });

  it('PRE-8 keeps another time zone, and offers that of the device', async () => {
    const page = await open({ timeZone: 'Asia/Tokyo' });
    expect(page.text).toMatch(/It is Monday\D+20:50 there\./);
    const zone = page.field('Times are shown in');
    expect(zone.value).toBe('Asia/Tokyo (UTC+9)');
    await page.type('Times are shown in', 'lima');
    await page.key(zone, 'Enter');
    await page.press('button', 'Use this device’s: Europe/London (UTC)');
    expect(inputs()).toEqual([{ timeZone: 'America/Lima' }, { timeZone: 'Europe/London' }]);
    expect(zone.value).toBe('Europe/London (UTC)');
    expect(page.has('button', /^Use this device/)).toBe(false);
  });

  it('PRE-3 has the notifications of this device', async () => {
    const page = await open();
    expect(page.text).toContain('Notifications are off for this device.');
    expect(page.has('button', 'Allow notifications')).toBe(true);
  });

  it('FAIL-10 takes back what cannot be kept, and says why', async () => {
    const page = await open();
    scene.graphql.refuse(UpdatePreferencesDocument, 'unreachable');
    await page.press('switch', /^Join by itself/);
    expect(isOn(page, /^Join by itself/)).toBe(false);
    expect(said(page)).toBe('Not saved. Unable to connect. Try again.');
    await page.press('checkbox', '24 hours before, E-mail');
    expect(isOn(page, '24 hours before, E-mail')).toBe(true);
    await page.type('Volume', '5');
    page.field('Volume').dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(page.field('Volume').value).toBe('70');
    await page.type('Times are shown in', 'lima');
    await page.key(page.field('Times are shown in'), 'Enter');
    expect(page.field('Times are shown in').value).toBe('Europe/London (UTC)');
    await expectAccessible(page);
  });

  it('PRE-2 shows at once what another page changed', async () => {
    const page = await open();
    const preferencesChanged = thePreferences({ revision: 9, voice: true, volume: 15 });
    scene.graphql.stream(PreferencesChangedDocument).push({ preferencesChanged });
    await page.settle();
    expect(isOn(page, /^Spoken notices/)).toBe(true);
    expect(page.field('Volume').value).toBe('15');
  });

  it('FAIL-10 says that it cannot connect, and goes on by itself', async () => {
    await scene.signIn();
    const page = await show(SettingsPage);
    TestBed.tick();
    await settled();
    await page.settle();
    expect(page.has('heading', 'Unable to connect.')).toBe(true);
    await expectAccessible(page);
    const retries: unknown[] = [];
    scene.socket.retries.subscribe((retry) => retries.push(retry));
    await page.press('button', 'Retry');
    expect(retries.length).toBe(1);
    scene.graphql.answer(PreferencesDocument, () => ({ preferences: thePreferences() }));
    scene.graphql.askAgain();
    await page.settle();
    expect(page.has('heading', 'Sounds')).toBe(true);
  });
});
