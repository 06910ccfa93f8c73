import { Component, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ViewerDocument, type ViewerQuery } from '../account/account-operations';
import { ViewerStore } from '../account/viewer-store';
import { mediaLibrary } from '../media/call';
import { GraphqlClient } from '../platform/graphql-client';
import { Locale } from '../platform/locale';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { BrowserStorage } from '../platform/storage';
import { aViewer, isoAt, minutesIn } from './builders';
import { FakeGraphql } from './fake-graphql';
import { FakeMediaLibrary } from './fake-media';
import { FakePageLife, FakeServerClock, FakeSocketHealth, FakeStorage } from './fake-platform';

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
  readonly media = new FakeMediaLibrary();

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
        { provide: Locale, useValue: { language: 'en-GB', timeZone: 'Europe/London' } },
        { provide: mediaLibrary, useValue: this.media },
        ...providers,
      ],
    });
  }

  /** From now on somebody is signed in. */
  async signIn(viewer: ViewerQuery['viewer'] = aViewer()): Promise<void> {
    this.graphql.answer(ViewerDocument, () => ({ viewer, serverTime: isoAt(-10) }));
    await TestBed.inject(ViewerStore).load();
  }
}
