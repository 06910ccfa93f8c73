import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom } from '../session/open-room';
import { isOver, timesOf } from '../session/session-clock';
import type { Card } from '../session/session-lists';
import { Button } from '../ui/button/button';
import { currentPath } from './current-path';
import { isRejoinOffered } from './domain/rejoin';

/** Who left a session that goes on is asked back, on whatever page or device they are. */
@Component({
  selector: 'pl-rejoin-offer',
  imports: [Button, RouterLink],
  template: `
    <div role="status">
      @if (left(); as session) {
        <section class="panel" aria-label="Your session">
          <p>
            You left the session. Want to rejoin?
            <span class="title">{{ session.title }}</span>
          </p>
          <a plButton look="primary" [routerLink]="['/session', session.id]">
            <span class="by-mouse">Rejoin</span><span class="by-touch">Tap to Rejoin</span>
          </a>
          <button
            plButton
            look="quiet"
            size="small"
            type="button"
            (click)="refused.set(keyOf(session))"
          >
            Not now
          </button>
        </section>
      }
    </div>
  `,
  styleUrl: './rejoin-offer.css',
})
export class RejoinOffer {
  private readonly clock = inject(ServerClock);
  private readonly coming = inject(ComingSessions);
  private readonly room = inject(OpenRoom);
  private readonly path = currentPath();
  /** Which leaving they do not want to be asked about any more. */
  protected readonly refused = signal('');

  /** The session's own page asks by itself. */
  protected readonly left = computed(() => {
    if (this.room.sessionId() !== null) return null;
    const session = this.coming
      .sessions()
      .find((card) => isRejoinOffered(ownPart(card), this.clock.time()));
    if (!session || this.refused() === this.keyOf(session)) return null;
    return this.path() === `/session/${session.id}` ? null : session;
  });

  protected keyOf(session: Card): string {
    return `${session.id}@${String(ownPart(session).awaySince)}`;
  }
}

function ownPart({ clock, viewerRole, mentor, learner }: Card) {
  const { presence, since } = viewerRole === 'MENTOR' ? mentor : learner;
  return {
    isRunning: !isOver(timesOf(clock).phase),
    awaySince: presence === 'AWAY' && since !== null ? instantOf(since) : null,
  };
}
