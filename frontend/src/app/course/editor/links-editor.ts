import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  model,
} from '@angular/core';
import { Announcer } from '../../platform/announcer';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { PlaceTools, withMoved } from '../../ui/place-tools/place-tools';
import { type LinkDraft, limits } from '../domain/course-draft';

/** The content of a course, as links: they are added, changed, moved and removed, by keyboard too. */
@Component({
  selector: 'pl-links-editor',
  imports: [Button, Icon, PlaceTools],
  templateUrl: './links-editor.html',
  styleUrl: './links-editor.css',
})
export class LinksEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);

  readonly links = model.required<readonly LinkDraft[]>();
  /** What is wrong, such as under `links.0.url`. */
  readonly faults = input<Readonly<Record<string, string>>>({});

  protected readonly limits = limits;

  protected add(): void {
    if (this.links().length >= limits.links) return;
    this.links.update((links) => [...links, { title: '', url: '' }]);
    this.focusNext('li:last-child input');
  }

  protected change(index: number, parts: Partial<LinkDraft>): void {
    this.links.update((links) =>
      links.map((link, place) => (place === index ? { ...link, ...parts } : link)),
    );
  }

  protected remove(index: number): void {
    this.announcer.say(`${this.nameOf(index)} removed`);
    this.links.update((links) => links.toSpliced(index, 1));
    this.focusNext('.add');
  }

  protected move(index: number, by: -1 | 1): void {
    const moved = withMoved(this.links(), index, by);
    if (!moved) return;
    const name = this.nameOf(index);
    this.links.set(moved);
    this.announcer.say(`${name} is number ${String(index + by + 1)} now`);
    this.focusNext(`li:nth-child(${String(index + by + 1)}) .${by === 1 ? 'down' : 'up'}`);
  }

  /** How a link is called where it is moved or removed. */
  protected nameOf(index: number): string {
    const title = this.links()[index]?.title.trim() ?? '';
    return title === '' ? `Link ${String(index + 1)}` : title;
  }

  private focusNext(selector: string): void {
    const read = () => {
      this.host.querySelector<HTMLElement>(selector)?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
