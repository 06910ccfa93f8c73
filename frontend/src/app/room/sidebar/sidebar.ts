import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import { ChatPanel } from '../../chat/chat-panel';
import { SessionStore } from '../../session/session-store';
import { TopicList } from '../../topics/topic-list';
import { Icon } from '../../ui/icon/icon';

export type SidebarTab = 'chat' | 'topics';

const tabs: readonly { readonly id: SidebarTab; readonly label: string }[] = [
  { id: 'chat', label: 'Chat' },
  { id: 'topics', label: 'Topics' },
];

/** Chat and topics: beside the video on a wide screen, a drawer from below on a phone. */
@Component({
  selector: 'pl-sidebar',
  imports: [ChatPanel, Icon, TopicList],
  templateUrl: './sidebar.html',
  styleUrl: './sidebar.css',
  host: { '[attr.data-state]': 'isOpen() ? "open" : "closed"', '(keydown.escape)': 'close()' },
})
export class Sidebar {
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  protected readonly store = inject(SessionStore);

  readonly isOpen = model.required<boolean>();
  readonly tab = model.required<SidebarTab>();
  readonly unread = input(0);

  protected readonly tabs = tabs;
  protected readonly isRunning = computed(() => this.store.phase() === 'IN_PROGRESS');

  protected close(): void {
    this.isOpen.set(false);
  }

  /** With two tabs, every arrow leads to the other one. */
  protected goToOther(event: Event): void {
    event.preventDefault();
    const other = this.tab() === 'chat' ? 'topics' : 'chat';
    this.tab.set(other);
    this.list()?.nativeElement.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  }
}
