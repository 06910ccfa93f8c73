import { Component, input } from '@angular/core';
import { show } from '../testing/screen';
import type { Playable } from './call';
import { MediaView } from './media-view';

@Component({
  selector: 'pl-cinema',
  imports: [MediaView],
  template: '<video [plPlay]="picture()" aria-label="Film"></video>',
})
class Cinema {
  readonly picture = input<Playable | null>(null);
}

/** A picture that remembers where it plays. */
class Film implements Playable {
  readonly places: HTMLMediaElement[] = [];

  attach(element: HTMLMediaElement): void {
    this.places.push(element);
  }

  detach(element: HTMLMediaElement): void {
    this.places.splice(this.places.indexOf(element), 1);
  }
}

describe('MediaView', () => {
  it('ROOM-2 plays a picture until another one comes', async () => {
    const [first, second] = [new Film(), new Film()];
    const screen = await show(Cinema, { picture: first });
    expect(first.places.map(({ tagName }) => tagName)).toEqual(['VIDEO']);
    await screen.set({ picture: second });
    expect([first.places.length, second.places.length]).toEqual([0, 1]);
    await screen.set({ picture: null });
    expect(second.places.length).toBe(0);
  });

  it('ROOM-2 lets the picture go with the page', async () => {
    const film = new Film();
    const screen = await show(Cinema, { picture: film });
    screen.fixture.destroy();
    expect(film.places.length).toBe(0);
  });
});
