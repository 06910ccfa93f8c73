import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import { Announcer } from '../../platform/announcer';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { PlaceTools, withMoved } from '../../ui/place-tools/place-tools';

const longest = 200;

/** The plan of a session: topics are added, named anew, moved and removed, by keyboard too. */
@Component({
  selector: 'pl-topics-editor',
  imports: [Button, Icon, PlaceTools],
  templateUrl: './topics-editor.html',
  styleUrl: './topics-editor.css',
})
export class TopicsEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);

  readonly topics = model.required<readonly string[]>();
  readonly fault = input<string | null>(null);

  protected readonly longest = longest;
  protected readonly written = signal('');

  protected add(event?: Event): void {
    // Enter adds the topic and must not send the form that this is a part of.
    event?.preventDefault();
    const topic = this.written().trim();
    if (topic === '') return;
    this.topics.update((topics) => [...topics, topic]);
    this.written.set('');
    this.announcer.say(`${topic} added`);
    this.focusNext('.new');
  }

  protected rename(index: number, topic: string): void {
    this.topics.update((topics) => topics.with(index, topic));
  }

  protected remove(index: number): void {
    this.announcer.say(`${this.topics()[index] ?? ''} removed`);
    this.topics.update((topics) => topics.toSpliced(index, 1));
    this.focusNext('.new');
  }

  protected move(index: number, by: -1 | 1): void {
    const moved = withMoved(this.topics(), index, by);
    if (!moved) return;
    this.topics.set(moved);
    this.announcer.say(`${moved[index + by] ?? ''} is number ${String(index + by + 1)} now`);
    this.focusNext(`li:nth-child(${String(index + by + 1)}) .${by === 1 ? 'down' : 'up'}`);
  }

  private focusNext(selector: string): void {
    const read = () => {
      this.host.querySelector<HTMLElement>(selector)?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
