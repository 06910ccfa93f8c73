import { NgTemplateOutlet } from '@angular/common';
import { Component, DOCUMENT, computed, inject, input, model, viewChildren } from '@angular/core';
import { AnnotationStore } from '../../annotations/annotation-store';
import { LessonPanel } from '../../annotations/lesson-panel';
import { ChatPanel } from '../../chat/chat-panel';
import { ChatStore } from '../../chat/chat-store';
import { LinksStore } from '../../notes/links-store';
import { NotesPanel } from '../../notes/notes-panel';
import { PageLife } from '../../platform/page-life';
import { SessionStore } from '../../session/session-store';
import { TranscriptPanel } from '../../transcript/transcript-panel';
import { Button } from '../../ui/button/button';
import { Connecting } from '../../ui/connecting/connecting';
import { Icon } from '../../ui/icon/icon';
import { DrawerHandle } from './drawer-handle';
import { Panel, type SidebarTab } from './panel';
import { TabList } from './tab-list';

/**
 * Topics, chat and what else belongs beside the video; a drawer from below on a phone. Its template
 * names each panel once: a tab is there as long as its panel is.
 */
@Component({
  selector: 'pl-sidebar',
  imports: [
    Button,
    ChatPanel,
    Connecting,
    DrawerHandle,
    Icon,
    LessonPanel,
    NgTemplateOutlet,
    NotesPanel,
    Panel,
    TabList,
    TranscriptPanel,
  ],
  templateUrl: './sidebar.html',
  styleUrl: './sidebar.css',
  host: { '[attr.data-state]': 'isOpen() ? "open" : "closed"', '(keydown.escape)': 'close()' },
})
export class Sidebar {
  private readonly document = inject(DOCUMENT);
  private readonly page = inject(PageLife);
  protected readonly store = inject(SessionStore);
  protected readonly chat = inject(ChatStore);
  protected readonly annotations = inject(AnnotationStore);
  protected readonly links = inject(LinksStore);

  /** Whether what stands in the panels may load by now. */
  readonly isReady = input(true);
  readonly isOpen = model.required<boolean>();
  readonly tab = model.required<SidebarTab>();

  private readonly panels = viewChildren(Panel);
  protected readonly tabs = computed(() =>
    this.panels().map((panel) => ({
      id: panel.id(),
      label: panel.label(),
      badge: panel.badge(),
      badgeWord: panel.badgeWord(),
    })),
  );
  protected readonly shown = computed(() => {
    const panels = this.panels();
    return panels.find((panel) => panel.id() === this.tab()) ?? panels[0];
  });

  /** A panel could not be loaded; Angular asks for it once, until the page is loaded anew. */
  protected startAnew(): void {
    this.page.startAnew();
  }

  /** The focus goes back to what opens it. */
  protected close(): void {
    this.isOpen.set(false);
    const control = this.document.querySelector<HTMLElement>(
      `pl-control[data-id="${this.tab()}"] button, pl-control[data-id="chat"] button`,
    );
    control?.focus();
  }
}
