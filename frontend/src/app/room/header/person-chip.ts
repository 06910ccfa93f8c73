import { Component, computed, input } from '@angular/core';
import type { Presence } from '../../graphql/schema-types';
import { roomWords } from '../../presence/presence-badge';
import { Avatar } from '../../ui/avatar/avatar';
import { Badge } from '../../ui/badge/badge';
import { Icon } from '../../ui/icon/icon';
import { type Quality, qualityWords } from '../domain/quality-words';

/** Somebody of this session as the header has them. */
export interface ChipPerson {
  readonly name: string;
  readonly initials: string;
  readonly picture: string | null;
  readonly presence: Presence;
  readonly isMuted: boolean;
  readonly isHandUp: boolean;
  readonly quality: Quality;
}

/** One of the two: whether they are here, heard, want to speak, and how good their connection is. */
@Component({
  selector: 'pl-person-chip',
  imports: [Avatar, Badge, Icon],
  template: `
    <pl-avatar size="small" [initials]="person().initials" [picture]="person().picture" />
    <span class="name">{{ person().name }}</span>
    <pl-badge class="presence" [tone]="presence().tone" [hasDot]="true">{{
      presence().text
    }}</pl-badge>
    <span class="signs">
      @if (person().isMuted) {
        <pl-badge class="sign" title="Muted">
          <pl-icon name="mic-off" /><span class="word">Muted</span>
        </pl-badge>
      }
      @if (person().isHandUp) {
        <pl-badge class="sign" tone="warn" title="Hand raised">
          <pl-icon name="hand" /><span class="word">Hand raised</span>
        </pl-badge>
      }
    </span>
    @if (isHere()) {
      <span class="quality" [attr.data-quality]="person().quality" [title]="quality().text">
        <span class="bars" aria-hidden="true">
          @for (bar of bars; track bar) {
            <i [attr.data-lit]="bar <= quality().bars || null"></i>
          }
        </span>
        <span class="visually-hidden">Connection: </span>
        <span class="word">{{ quality().word }}</span>
      </span>
    }
  `,
  styleUrl: './person-chip.css',
  host: { role: 'listitem', '[attr.data-self]': 'isSelf() || null' },
})
export class PersonChip {
  readonly person = input.required<ChipPerson>();
  readonly isSelf = input(false);

  protected readonly bars = [1, 2, 3] as const;
  protected readonly presence = computed(() => roomWords(this.person().presence));
  protected readonly isHere = computed(() => this.person().presence === 'IN_ROOM');
  protected readonly quality = computed(() => qualityWords(this.person().quality));
}
