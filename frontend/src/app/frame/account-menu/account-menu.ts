import {
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Avatar } from '../../ui/avatar/avatar';
import { Icon } from '../../ui/icon/icon';
import type { Viewer } from '../../account/viewer-store';

/** The viewer's own things, behind their picture. */
@Component({
  selector: 'pl-account-menu',
  imports: [Avatar, Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
  host: {
    '(keydown.escape)': 'closeByKey()',
    '(focusout)': 'closeBehind($event)',
    '(document:click)': 'closeBeside($event)',
  },
})
export class AccountMenu {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');

  readonly viewer = input.required<Viewer>();
  readonly signOut = output();

  protected readonly isAdmin = computed(() => this.viewer().roles.includes('ADMIN'));
  protected readonly isOpen = signal(false);

  protected toggle(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }

  protected close(): void {
    this.isOpen.set(false);
  }

  protected closeByKey(): void {
    if (!this.isOpen()) return;
    this.close();
    this.trigger().nativeElement.focus();
  }

  /** The keyboard has gone on to what stands behind. */
  protected closeBehind({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.host.contains(relatedTarget)) this.close();
  }

  protected closeBeside({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.close();
  }
}
