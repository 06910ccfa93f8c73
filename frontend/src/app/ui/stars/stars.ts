import { Component, computed, input, model, signal } from '@angular/core';
import { Icon } from '../icon/icon';

const stars = [1, 2, 3, 4, 5] as const;
const words = ['', 'Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;

/** One to five stars, as a group of radio buttons. */
@Component({
  selector: 'pl-stars',
  imports: [Icon],
  templateUrl: './stars.html',
  styleUrl: './stars.css',
})
export class Stars {
  readonly legend = input.required<string>();
  readonly rating = model(0);

  protected readonly stars = stars;
  protected readonly pointedAt = signal(0);
  protected readonly shown = computed(() => this.pointedAt() || this.rating());
  protected readonly word = computed(() => words[this.shown()] ?? '');

  protected label(star: number): string {
    return `${String(star)} ${star === 1 ? 'star' : 'stars'}`;
  }
}
