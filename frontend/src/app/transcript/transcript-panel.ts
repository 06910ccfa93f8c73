import {
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ConsentStore } from '../consent/consent-store';
import { canRequest, reasonOf } from '../consent/consent-reason';
import { BrowserStorage } from '../platform/storage';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { Menu } from '../ui/menu/menu';
import { MenuItem } from '../ui/menu/menu-item';
import { Tail } from '../ui/tail/tail';
import { foundIn, searchKey } from './domain/found-text';
import type { HitPlace } from './lines/transcript-chunk';
import { TranscriptSearch } from './search/transcript-search';
import { TranscriptCopy } from './transcript-copy';
import { TranscriptList } from './transcript-list';
import { TranscriptStore } from './transcript-store';

/** What is said, as it is said: to be read, searched, copied and taken away as a file. */
@Component({
  selector: 'pl-transcript-panel',
  imports: [Button, Icon, LiveRegion, Menu, MenuItem, Tail, TranscriptList, TranscriptSearch],
  templateUrl: './transcript-panel.html',
  styleUrl: './transcript-panel.css',
  providers: [ConsentStore, TranscriptCopy],
})
export class TranscriptPanel {
  private readonly injector = inject(Injector);
  private readonly storage = inject(BrowserStorage);
  private readonly list = viewChild(TranscriptList);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly copy = inject(TranscriptCopy);
  protected readonly store = inject(TranscriptStore);
  protected readonly consents = inject(ConsentStore);

  readonly sessionId = input.required<string>();
  /** Whether it stays when the session has ended. */
  readonly isKept = input(true);

  protected readonly search = signal('');
  protected readonly isMenuOpen = signal(false);
  protected readonly isAnnounced = signal(this.storage.read('transcript-announced') === true);
  protected readonly key = computed(() => searchKey(this.search()));
  /** Every place where the words were found, in order. */
  protected readonly hits = computed<readonly HitPlace[]>(() => {
    const key = this.key();
    if (key === '') return [];
    return this.store
      .lines()
      .flatMap((line) => foundIn(line, key).map((_, index) => ({ lineId: line.id, index })));
  });
  /** A new search begins at its last place, which is the newest. */
  private readonly chosen = linkedSignal<string, HitPlace | null>({
    source: this.key,
    computation: () => untracked(() => this.hits().at(-1) ?? null),
  });
  protected readonly at = computed(() => {
    const chosen = this.chosen();
    const at = this.hits().findIndex((hit) => isSame(hit, chosen));
    return at < 0 ? this.hits().length - 1 : at;
  });
  protected readonly current = computed(() => this.hits()[this.at()] ?? null);
  protected readonly announced = computed(() => {
    const last = this.store.lastFinal();
    return this.isAnnounced() && last ? `${last.name}: ${last.text}` : '';
  });
  /** Why nothing is written down; empty where both agreed to it. */
  protected readonly reason = computed(() => {
    const consent = this.consents.transcript();
    return consent ? reasonOf(consent, this.consents.view()) : '';
  });
  protected readonly canAsk = computed(() => {
    const consent = this.consents.transcript();
    return consent !== null && canRequest(consent);
  });
  protected readonly fileUrl = computed(() => `/session/${this.sessionId()}/transcript`);

  constructor() {
    effect(() => {
      const sessionId = this.sessionId();
      untracked(() => {
        if (sessionId !== '') this.store.open(sessionId);
      });
    });
    effect(() => {
      this.chosen();
      untracked(() => {
        this.reveal();
      });
    });
  }

  protected step(by: -1 | 1): void {
    const hits = this.hits();
    if (hits.length === 0) return;
    this.chosen.set(hits[(this.at() + by + hits.length) % hits.length] ?? null);
    // Also where there is only one, which the reader may have scrolled away from.
    this.reveal();
  }

  protected copyAll(): void {
    this.closeMenu();
    this.copy.all(this.store.lines());
  }

  protected toggleAnnouncing(): void {
    this.closeMenu();
    this.isAnnounced.update((isAnnounced) => !isAnnounced);
    this.storage.write('transcript-announced', this.isAnnounced());
  }

  protected ask(): void {
    void this.consents.say({ act: 'REQUEST', kinds: ['TRANSCRIPT'] });
  }

  protected closeMenu(): void {
    this.isMenuOpen.set(false);
    this.opener()?.nativeElement.focus();
  }

  /** From the frame around the lines an arrow leads into them; without it the frame scrolls. */
  protected enterLines(event: Event): void {
    const isFrame = event.target instanceof HTMLElement && event.target.role === 'region';
    if (!isFrame) return;
    event.preventDefault();
    this.list()?.focusLast();
  }

  private reveal(): void {
    const read = () => {
      this.list()?.reveal();
    };
    if (this.current()) afterNextRender({ read }, { injector: this.injector });
  }
}

function isSame(one: HitPlace, other: HitPlace | null): boolean {
  return one.lineId === other?.lineId && one.index === other.index;
}
