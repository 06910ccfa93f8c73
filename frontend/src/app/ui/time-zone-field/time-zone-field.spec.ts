import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { TimeZoneField } from './time-zone-field';

describe('TimeZoneField', () => {
  let chosen: string[];

  async function open(zone: string | null = 'Europe/Berlin'): Promise<Screen<TimeZoneField>> {
    new Scene();
    const screen = await show(TimeZoneField, { zone });
    chosen = [];
    screen.component.chosen.subscribe((id) => chosen.push(id));
    return screen;
  }

  it('PRE-8 writes the zone with its offset', async () => {
    const screen = await open();
    expect(screen.field('Time zone').value).toBe('Europe/Berlin (UTC+1)');
    await expectAccessible(screen);
  });

  const searches: readonly [typed: string, first: string][] = [
    ['new york', 'America/New_York'],
    ['kathmandu', 'Asia/Katmandu'],
    ['utc+5:45', 'Asia/Katmandu'],
  ];
  for (const [typed, expected] of searches) {
    it(`PRE-8 is found by typing "${typed}", and taken by the keyboard`, async () => {
      const screen = await open();
      await screen.type('Time zone', typed);
      await screen.key(screen.field('Time zone'), 'Enter');
      expect(chosen).toEqual([expected]);
      await expectAccessible(screen);
    });
  }

  it('PRE-8 opens at the one that is chosen', async () => {
    const screen = await open('Europe/Berlin');
    await screen.press('combobox');
    const active = screen.get('combobox').getAttribute('aria-activedescendant') ?? '';
    const option = document.getElementById(active);
    expect(option && textOf(option)).toBe('Europe/Berlin (UTC+1)');
    const list = screen.get('listbox').getBoundingClientRect();
    const { top, bottom } = option?.getBoundingClientRect() ?? list;
    expect(top >= list.top && bottom <= list.bottom)
      .withContext('in sight')
      .toBe(true);
  });

  it('PRE-8 an emptied field keeps the zone, and so does what is no zone', async () => {
    const screen = await open();
    for (const text of ['', 'nowhere']) {
      await screen.type('Time zone', text);
      screen.field('Time zone').dispatchEvent(new FocusEvent('blur'));
      await screen.settle();
      expect(screen.field('Time zone').value).toBe('Europe/Berlin (UTC+1)');
    }
    expect(chosen).toEqual([]);
  });

  it('PRE-8 is empty where there is none yet, and lists one that the browser does not name', async () => {
    const screen = await open(null);
    expect(screen.field('Time zone').value).toBe('');
    await screen.set({ zone: 'Asia/Kolkata' });
    expect(screen.field('Time zone').value).toBe('Asia/Kolkata (UTC+5:30)');
  });
});
