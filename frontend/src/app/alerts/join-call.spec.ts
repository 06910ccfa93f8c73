import { Component, input } from '@angular/core';
import { expectAccessible } from '../testing/accessibility';
import { minutesIn, startsAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { JoinCall } from './join-call';

@Component({
  selector: 'pl-some-door',
  imports: [JoinCall],
  template: `<pl-join-call [startsAt]="startsAt" [isCalling]="isCalling()">
    <button type="button">Join Now</button>
  </pl-join-call>`,
})
class SomeDoor {
  readonly startsAt = startsAt;
  readonly isCalling = input(true);
}

describe('JoinCall', () => {
  let scene: Scene;
  let scrolls: (ScrollIntoViewOptions | boolean | undefined)[];

  beforeEach(() => {
    scene = new Scene();
    scrolls = [];
    spyOn(HTMLElement.prototype, 'scrollIntoView').and.callFake((how) => {
      scrolls.push(how);
    });
  });

  async function at(minute: number, isCalling = true) {
    scene.clock.set(minutesIn(minute));
    const screen = await show(SomeDoor, { isCalling });
    const host = screen.root.querySelector('pl-join-call');
    return { screen, host, state: () => host?.getAttribute('data-urgency') };
  }

  it('PRE-4 is calm, glows, flashes and stays as the start comes near', async () => {
    const { screen, state } = await at(-6);
    const seen = [];
    for (const minute of [-6, -5, -1, 0, 5]) {
      scene.clock.set(minutesIn(minute));
      await screen.settle();
      seen.push(state());
    }
    expect(seen).toEqual(['calm', 'soon', 'last', 'missed', 'missed']);
    await expectAccessible(screen);
  });

  it('PRE-4 the page goes there in the last minute, once, and without motion where none is wished', async () => {
    const { screen } = await at(-2);
    expect(scrolls).toEqual([]);
    for (const minute of [-1, -0.9, -0.5]) {
      scene.clock.set(minutesIn(minute));
      await screen.settle();
    }
    expect(scrolls).toEqual([{ block: 'center', behavior: 'instant' }]);
  });

  it('PRE-4 nothing flashes faster than three times a second, and nothing under reduced motion', async () => {
    const { host } = await at(-0.5);
    const style = host && getComputedStyle(host);
    // These browsers run with reduced motion; the sheet itself says how long a flash takes.
    expect(style?.animationIterationCount).toBe('1');
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const texts = rules.map(({ cssText }) => cssText);
    const flash = texts.find((text) => /data-urgency="last".*animation/s.test(text));
    const [, seconds = '0'] = /([\d.]+)s\b/.exec(flash ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(1 / 3);
  });

  it('PRE-4 does not call who is in', async () => {
    const { state } = await at(-0.5, false);
    expect(state()).toBe('calm');
    expect(scrolls).toEqual([]);
  });
});
