import { Component, computed, effect, inject, untracked } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { PreferencesStore } from '../preferences/preferences-store';
import { ComingSessions } from '../session/coming-sessions';
import { Alerts } from './alerts';
import { RejoinOffer } from './rejoin-offer';

/** So long before a session what tells of it is loaded. */
const nearMs = 20 * 60_000;

/** Knows on every page, from signing in to signing out, which sessions come. */
@Component({
  selector: 'pl-session-watch',
  imports: [Alerts, RejoinOffer],
  template: `
    @defer (when isNear()) {
      <pl-alerts />
      <pl-rejoin-offer />
    }
  `,
})
export class SessionWatch {
  private readonly clock = inject(ServerClock);
  private readonly coming = inject(ComingSessions);

  protected readonly isNear = computed(() => {
    const next = this.coming.next();
    return next !== null && instantOf(next.clock.startsAt) - this.clock.time() < nearMs;
  });

  constructor() {
    // Followed from here on; it adopts the device's time zone where the person has none.
    inject(PreferencesStore);
    const viewers = inject(ViewerStore);
    let followed = '';
    effect(() => {
      const personId = viewers.id();
      untracked(() => {
        // A page may have opened it already, in the name of the same person.
        if (personId === '' || (followed !== '' && followed !== personId)) this.coming.close();
        if (personId !== '') this.coming.open();
        followed = personId;
      });
    });
  }
}
