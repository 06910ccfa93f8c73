import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { LinksStore } from '../notes/links-store';
import { NoteDrafts } from '../notes/note-drafts';
import { NotesStore } from '../notes/notes-store';
import { newId } from '../platform/ids';
import { PageLife } from '../platform/page-life';
import { SessionStore } from '../session/session-store';
import { EndScreen } from './end-screen/end-screen';
import { LiveSession } from './live-session';
import { PageFault } from './page-fault/page-fault';
import { PageWaiting } from './page-waiting/page-waiting';

/**
 * One session from before its start to its end: one address, whatever its phase. What belongs to the
 * call is loaded only while there can be one, and the last page when it comes near.
 */
@Component({
  selector: 'pl-session-page',
  imports: [EndScreen, LiveSession, PageFault, PageWaiting],
  template: `
    @switch (stage()) {
      @case ('live') {
        @defer (on immediate) {
          <pl-live-session
            [id]="id()"
            [connectionId]="connectionId"
            [isAskedToCheck]="isAskedToCheck()"
            (entered)="wasHere.set(true)"
            (settled)="isSettled.set(true)"
          />
        } @placeholder {
          <pl-page-waiting />
        } @error {
          <pl-page-fault fault="unreachable" (retry)="startAnew()" />
        }
      }
      @case ('fault') {
        <pl-page-fault [fault]="store.fault() ?? 'failed'" (retry)="store.retry()" />
      }
      @case ('loading') {
        <pl-page-waiting />
      }
    }
    @defer (when needsEnd()) {
      @if (stage() === 'end') {
        <pl-end-screen [wasHere]="wasHere()" />
      }
    } @placeholder {
      @if (stage() === 'end') {
        <pl-page-waiting />
      }
    } @error {
      @if (stage() === 'end') {
        <pl-page-fault fault="unreachable" (retry)="startAnew()" />
      }
    }
  `,
  styles: ':host { display: contents; }',
  providers: [SessionStore, NotesStore, NoteDrafts, LinksStore],
})
export class SessionPage {
  private readonly page = inject(PageLife);
  protected readonly store = inject(SessionStore);

  readonly id = input.required<string>();
  /** Of the address: whether the viewer came to try their devices. */
  readonly check = input<string>();

  protected readonly connectionId = newId();
  /** Whether the session was still going on when the page was opened. */
  protected readonly wasHere = signal(false);
  protected readonly isSettled = signal(false);

  protected readonly stage = computed(() => {
    if (this.store.session() === null) return this.store.fault() ? 'fault' : 'loading';
    return this.store.isOver() ? 'end' : 'live';
  });
  protected readonly isAskedToCheck = computed(() => this.check() !== undefined);
  /** Fetched as soon as the room stands: the network may be away when the session ends. */
  protected readonly needsEnd = computed(() => this.stage() === 'end' || this.isSettled());

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.store.open(id, this.connectionId);
      });
    });
  }

  /** A part of the page could not be loaded; Angular asks for it once, until the page is loaded anew. */
  protected startAnew(): void {
    this.page.startAnew();
  }
}
