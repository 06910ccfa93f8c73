import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Voice } from '../alerts/voice';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { Menu } from '../ui/menu/menu';
import { MenuItem } from '../ui/menu/menu-item';
import { ConsentStore } from './consent-store';
import { consentNews } from './domain/consent-news';
import type { ConsentView } from './domain/consent-view';
import { type ConsentChoice, choicesOf, signOf } from './domain/consent-words';

/** Names what runs, for as long as it does; behind it is how to pause and to stop it. */
@Component({
  selector: 'pl-consent-sign',
  imports: [Icon, LiveRegion, Menu, MenuItem],
  template: `
    @if (sign(); as sign) {
      <button
        #opener
        type="button"
        aria-haspopup="menu"
        [attr.data-state]="sign.state"
        [attr.aria-expanded]="isOpen()"
        [attr.aria-label]="name()"
        (click)="isOpen.set(!isOpen())"
      >
        <span class="dot"></span>
        <span class="what">{{ text() }}</span>
        @if (sign.by) {
          <span class="by">· {{ sign.by }}</span>
        }
        <pl-icon name="chevron-down" />
      </button>
      @if (isOpen()) {
        <pl-menu label="On and off the record" (dismissed)="close()">
          @for (choice of choices(); track choice.label) {
            <button plMenuItem type="button" (click)="say(choice)">{{ choice.label }}</button>
          }
        </pl-menu>
      }
    }
    @if (store.problem(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
    <pl-live-region [message]="news()" />
  `,
  styleUrl: './consent-sign.css',
  providers: [ConsentStore],
})
export class ConsentSign {
  private readonly voice = inject(Voice);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly store = inject(ConsentStore);
  protected readonly isOpen = signal(false);

  /** What writes the words down right now; null while nothing does. */
  readonly engine = input.required<string | null>();

  protected readonly sign = computed(() => signOf(this.store.view(), this.engine()));
  protected readonly choices = computed(() => choicesOf(this.store.view()));
  protected readonly text = computed(() =>
    this.store.pending() === 'PAUSE' ? 'Going off the record…' : (this.sign()?.text ?? ''),
  );
  protected readonly name = computed(() => {
    const by = this.sign()?.by ?? '';
    return by === '' ? this.text() : `${this.text()}, ${by}`;
  });
  /** What has changed last, in words. */
  protected readonly news = linkedSignal<ConsentView, string>({
    source: () => this.store.view(),
    computation: (view, before) => {
      const text = before ? consentNews(before.source, view) : '';
      return text === '' ? (before?.value ?? '') : text;
    },
  });
  private readonly isOnRecord = computed(() =>
    this.store.view().consents.some(({ status }) => status === 'RUNNING'),
  );

  constructor() {
    let wasOnRecord = false;
    effect(() => {
      const isOnRecord = this.isOnRecord();
      if (isOnRecord !== wasOnRecord) {
        this.voice.say(isOnRecord ? 'on-the-record' : 'off-the-record');
      }
      wasOnRecord = isOnRecord;
    });
  }

  protected say(choice: ConsentChoice): void {
    this.close();
    void this.store.say(choice);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.opener()?.nativeElement.focus();
  }
}
