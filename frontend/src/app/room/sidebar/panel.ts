import { Directive, TemplateRef, inject, input } from '@angular/core';

export type SidebarTab = 'topics' | 'chat' | 'transcript' | 'notes';

/** One panel of the sidebar: what its tab says, and what it shows while the tab is chosen. */
@Directive({ selector: 'ng-template[plPanel]' })
export class Panel {
  readonly content = inject<TemplateRef<unknown>>(TemplateRef);

  readonly id = input.required<SidebarTab>({ alias: 'plPanel' });
  readonly label = input.required<string>();
  /** How much is new in it. */
  readonly badge = input(0);
  /** What the number counts, to who hears it. */
  readonly badgeWord = input('unread');
}
