import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { AnnotationList } from '../annotations/annotation-list';
import { LinksStore } from '../notes/links-store';
import { NotesField } from '../notes/notes-field';
import { NotesStore } from '../notes/notes-store';
import { SessionLinks } from '../notes/session-links';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { SessionStore } from '../session/session-store';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { WhiteboardView } from '../whiteboard/whiteboard-view';
import { Attendance } from './attendance';
import { ConsentRecord } from './consent-record';
import { ChatRecord } from './chat-record';
import { unkeptText } from './domain/unkept-text';
import { SummaryStore } from './summary-store';
import { TopicRecords } from './topic-records';
import { TranscriptRecord } from './transcript-record';

/** So long after the end the mentor may still share links. */
const linksOpenMs = 24 * 60 * 60 * 1000;

/** What a session leaves behind. What nobody filled is not shown, and what is long comes when it is opened. */
@Component({
  selector: 'pl-session-summary',
  imports: [
    AnnotationList,
    Attendance,
    Button,
    ChatRecord,
    ConsentRecord,
    Icon,
    NotesField,
    SessionLinks,
    TopicRecords,
    TranscriptRecord,
    WhiteboardView,
  ],
  templateUrl: './session-summary.html',
  styleUrl: './session-summary.css',
  providers: [SummaryStore],
})
export class SessionSummary {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly clock = inject(ServerClock);
  protected readonly session = inject(SessionStore);
  protected readonly store = inject(SummaryStore);
  protected readonly links = inject(LinksStore);

  protected readonly hasOpened = signal<readonly string[]>([]);

  protected readonly isParticipant = computed(() => this.session.session()?.viewerRole !== 'ADMIN');
  protected readonly hasMet = computed(() => Boolean(this.session.session()?.actualStart));
  protected readonly hasAttendance = computed(() => {
    const record = this.store.record();
    return Boolean(record && record.mentor.stays.length + record.learner.stays.length > 0);
  });
  protected readonly canShare = computed(() => {
    const { viewerRole, actualEnd } = this.session.session() ?? {};
    const closesAt = actualEnd ? instantOf(actualEnd) + linksOpenMs : 0;
    return viewerRole === 'MENTOR' && this.hasMet() && this.clock.time() < closesAt;
  });
  protected readonly hasLinks = computed(
    () => this.canShare() || this.links.links().length + this.links.courseLinks().length > 0,
  );

  /** What the course does not want to be kept, in words. */
  protected readonly unkept = computed(() => {
    const session = this.session.session();
    if (!session || !this.hasMet() || !this.store.record()) return '';
    const isChatGone = !session.keepsChat;
    const isTranscriptGone = !session.course.keepsTranscript && !this.store.hasTranscript();
    return unkeptText(isChatGone, isTranscriptGone);
  });

  constructor() {
    const session = this.session.session();
    if (!session) return;
    this.store.open(session.id);
    this.links.open(session.id);
    const self = this.session.self();
    if (self && this.isParticipant()) inject(NotesStore).open(session.id, self.person.id);
  }

  /** Loads what is in a part that was opened. */
  protected toggle(part: string, event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open) this.hasOpened.update((parts) => [...new Set([...parts, part])]);
  }

  protected print(): void {
    this.window?.print();
  }
}
