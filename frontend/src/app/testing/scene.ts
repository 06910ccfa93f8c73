import { Component, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ViewerDocument, type ViewerQuery } from '../account/account-operations';
import { ViewerStore } from '../account/viewer-store';
import { AnnotationStore } from '../annotations/annotation-store';
import { AnnotationWriter } from '../annotations/annotation-writer';
import { ChatStore } from '../chat/chat-store';
import { FirstPicture } from '../issues/first-picture';
import { IssueReporter } from '../issues/issue-reporter';
import { BlurStore } from '../media/blur-store';
import { mediaLibrary } from '../media/call';
import { DeviceStore } from '../media/device-store';
import { JoinSessionDocument } from '../media/media-operations';
import { MediaStore } from '../media/media-store';
import { SpeakerStore } from '../media/speaker-store';
import { TestSound } from '../media/test-sound';
import { LinksStore } from '../notes/links-store';
import { NoteDrafts } from '../notes/note-drafts';
import { NotesStore } from '../notes/notes-store';
import { GraphqlClient } from '../platform/graphql-client';
import { Locale } from '../platform/locale';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { SteadyTimer } from '../platform/steady-timer';
import { BrowserStorage } from '../platform/storage';
import { TabLocks } from '../platform/tab-locks';
import {
  OneSessionDocument,
  SessionChangesDocument,
  type SessionDetailsFragment,
} from '../session/session-operations';
import {
  type SessionPageFragment,
  SessionPagesDocument,
} from '../session/session-lists-operations';
import { SessionStore } from '../session/session-store';
import { TopicStore } from '../topics/topic-store';
import { aPage, aSession, aViewer, isoAt, minutesIn } from './builders';
import { TranscriptStore } from '../transcript/transcript-store';
import { FakeGraphql } from './fake-graphql';
import { FakeMediaLibrary } from './fake-media';
import { FakeSound } from './fake-sound';
import {
  FakePageLife,
  FakeServerClock,
  FakeSocketHealth,
  FakeSteadyTimer,
  FakeStorage,
  FakeTabLocks,
} from './fake-platform';
import { settled } from './screen';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

/** A page of another address. */
@Component({ selector: 'pl-elsewhere', template: '' })
class Elsewhere {}

/** The world around the code of a test: a server, a socket, a browser and devices, all made up. */
export class Scene {
  readonly graphql = new FakeGraphql();
  readonly socket = new FakeSocketHealth();
  readonly clock = new FakeServerClock();
  readonly storage = new FakeStorage();
  readonly page = new FakePageLife();
  readonly timer = new FakeSteadyTimer();
  readonly locks = new FakeTabLocks();
  readonly media = new FakeMediaLibrary();
  readonly sound = new FakeSound();

  constructor(...providers: (Provider | EnvironmentProviders)[]) {
    this.clock.set(minutesIn(-10));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Elsewhere }]),
        { provide: GraphqlClient, useValue: this.graphql },
        { provide: SocketHealth, useValue: this.socket },
        { provide: ServerClock, useValue: this.clock },
        { provide: BrowserStorage, useValue: this.storage },
        { provide: PageLife, useValue: this.page },
        { provide: SteadyTimer, useValue: this.timer },
        { provide: TabLocks, useValue: this.locks },
        { provide: Locale, useValue: { language: 'en-GB', timeZone: 'Europe/London' } },
        { provide: mediaLibrary, useValue: this.media },
        { provide: TestSound, useValue: this.sound },
        ...[AnnotationStore, AnnotationWriter, TopicStore],
        ...[SessionStore, ChatStore, MediaStore, DeviceStore, BlurStore, SpeakerStore],
        ...[TranscriptStore, FirstPicture, IssueReporter],
        ...[NotesStore, NoteDrafts, LinksStore],
        ...providers,
      ],
    });
  }

  /** From now on somebody is signed in. */
  async signIn(viewer: ViewerQuery['viewer'] = aViewer()): Promise<void> {
    this.graphql.answer(ViewerDocument, () => ({ viewer, serverTime: isoAt(-10) }));
    await TestBed.inject(ViewerStore).load();
  }

  /** From now on these are the viewer's sessions; `more` is what comes behind the first page. */
  plan(lists: {
    readonly upcoming?: SessionPageFragment;
    readonly past?: SessionPageFragment;
    readonly more?: SessionPageFragment;
  }): void {
    const none = aPage([]);
    this.graphql.answer(SessionPagesDocument, ({ filter, after }) => {
      const first = filter === 'UPCOMING' ? lists.upcoming : lists.past;
      return { sessions: (after ? lists.more : first) ?? none };
    });
  }

  /** From now on a page shows this session. */
  async open(session: SessionDetailsFragment = aSession()): Promise<void> {
    this.graphql.answer(OneSessionDocument, () => ({ session }));
    TestBed.inject(SessionStore).open(place.sessionId, place.connectionId);
    await settled();
  }

  /** The server tells that the session has changed. */
  async tell(session: SessionDetailsFragment): Promise<void> {
    const { cursor } = session;
    const sessionChanges = { cursor, event: null, session };
    this.graphql.stream(SessionChangesDocument).push({ sessionChanges });
    await settled();
  }

  /** From now on the API lets into the call. */
  openTheDoor(): void {
    this.graphql.answer(JoinSessionDocument, () => ({
      joinSession: {
        __typename: 'MediaAccess' as const,
        url: 'ws://media.test',
        token: 'token-1',
        identity: 'leo:page-1',
        iceServers: [],
        isRelayOnly: false,
        validUntil: isoAt(90),
      },
    }));
  }

  /** From now on this person is in the call. */
  async enter(): Promise<void> {
    this.openTheDoor();
    void TestBed.inject(MediaStore).enter(place);
    await settled();
  }
}
