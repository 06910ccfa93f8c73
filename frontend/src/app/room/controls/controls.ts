import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { Menu } from '../../ui/menu/menu';
import { MenuItem } from '../../ui/menu/menu-item';
import { barLayout, slotsIn } from '../domain/bar-layout';
import { type CommandId, keyCap, shortcuts } from '../domain/shortcuts';
import type { Control } from './control';
import { ControlButton } from './control-button';

/** What can be done in the room: as many controls as there is room for, the others under "More". */
@Component({
  selector: 'pl-controls',
  imports: [ControlButton, Icon, Menu, MenuItem, NgTemplateOutlet],
  templateUrl: './controls.html',
  styleUrl: './controls.css',
  host: {
    role: 'toolbar',
    'aria-label': 'Session controls',
    '(keydown)': 'moveByKey($event)',
    '(focusout)': 'closeBehind($event)',
    '(document:click)': 'closeBeside($event)',
  },
})
export class Controls {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly controls = input.required<readonly Control[]>();

  private readonly slots = signal(Infinity);
  protected readonly layout = computed(() => barLayout(this.controls(), this.slots()));
  protected readonly isMenuOpen = signal(false);
  /** What waits under "More" counts where one can see it. */
  protected readonly hiddenCount = computed(() =>
    this.layout().menu.reduce((sum, { count }) => sum + (count ?? 0), 0),
  );

  constructor() {
    const resized = new ResizeObserver(() => {
      this.measure();
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
    afterNextRender(() => {
      this.measure();
      resized.observe(this.host);
    });
  }

  protected hintOf({ id, label }: Control): string {
    const key = this.keyOf(id);
    return key === '' ? label : `${label} (${key})`;
  }

  protected keyOf(id: CommandId): string {
    const found = shortcuts.find(({ command }) => command === id);
    return found ? keyCap(found.key) : '';
  }

  protected choose(control: Control): void {
    this.dismissMenu();
    control.press();
  }

  protected toggleMenu(): void {
    this.isMenuOpen.update((isOpen) => !isOpen);
  }

  protected dismissMenu(): void {
    this.isMenuOpen.set(false);
    this.host.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
  }

  /** As in every toolbar: the arrow keys go from control to control, Home and End to the ends. */
  protected moveByKey(event: KeyboardEvent): void {
    const buttons = [...this.host.querySelectorAll<HTMLElement>('pl-control button')];
    const at = buttons.findIndex((button) => button === event.target);
    const next = at < 0 ? undefined : buttons.at(nextIn(event.key, at, buttons.length));
    if (!next || next === event.target) return;
    event.preventDefault();
    next.focus();
  }

  /** The keyboard has gone on to what stands behind. */
  protected closeBehind({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.host.contains(relatedTarget)) {
      this.isMenuOpen.set(false);
    }
  }

  protected closeBeside({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.isMenuOpen.set(false);
  }

  private measure(): void {
    const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.slots.set(slotsIn(this.host.clientWidth, remPx));
  }
}

/** The place that a key leads to, or the same for one that leads nowhere. */
function nextIn(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : at;
}
