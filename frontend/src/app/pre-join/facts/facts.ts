import { Component, inject } from '@angular/core';
import { ConsentPolicy } from '../../consent/consent-policy';
import { PresenceBadge } from '../../presence/presence-badge';
import { ReadinessBadge } from '../../session/readiness-badge';
import { SessionStore } from '../../session/session-store';
import { SessionWhen } from '../../session/session-when';
import { Avatar } from '../../ui/avatar/avatar';

/** Which session it is, when, with whom, and whether they are here. */
@Component({
  selector: 'pl-facts',
  imports: [Avatar, ConsentPolicy, PresenceBadge, ReadinessBadge, SessionWhen],
  template: `
    @if (store.session(); as session) {
      <div>
        <p class="eyebrow">{{ session.course.title }}</p>
        <h1 id="session-title">{{ session.title }}</h1>
      </div>
      <div class="person">
        <pl-avatar
          size="large"
          [initials]="session.other.person.initials"
          [picture]="session.other.person.avatarUrl"
        />
        <div>
          <p class="name">{{ session.other.person.displayName }}</p>
          <p class="role">{{ session.other.role === 'MENTOR' ? 'Your mentor' : 'Your learner' }}</p>
        </div>
        <pl-presence-badge [presence]="session.other.presence" />
        <pl-readiness-badge [of]="session.other" />
      </div>
      @defer (on immediate) {
        <pl-consent-policy [consents]="session.consents" />
      }
    }
    @if (store.times(); as times) {
      <pl-session-when [times]="times" />
    }
  `,
  styleUrl: './facts.css',
})
export class Facts {
  protected readonly store = inject(SessionStore);
}
