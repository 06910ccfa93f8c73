import { type WritableSignal, signal } from '@angular/core';
import {
  DisconnectReason,
  LoggerNames,
  type RemoteParticipant,
  Room,
  RoomEvent,
  setLogLevel,
} from 'livekit-client';
import { Subject, filter, firstValueFrom, fromEvent, startWith, timeout } from 'rxjs';
import { BrowserDevice } from '../browser/browser-device';
import type {
  Call,
  CallAccess,
  CallEnd,
  CallView,
  LocalDevice,
  LocalScreen,
  Telling,
  Word,
} from '../call';
import type { FlowState } from '../domain/flow';
import { type FlowMemory, FlowWatch } from './flow-watch';
import { type IcePath, IceRoute } from './ice-path';
import { LineKeeper, type LineMemory } from './line-keeper';
import { roomOptions } from './livekit-options';
import { isBefore, peerOf, personOf, qualities } from './livekit-people';
import { LiveKitScreen, screenOf } from './livekit-screen';
import { SentTracks } from './sent-tracks';
import { SilenceWatch } from './silence-watch';

/** More is not taken for a few words, whoever sends it. */
const longestWordBytes = 8192;

/** The media server tells who was let in at once. */
const admissionMs = 3000;

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantActive,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

/** One LiveKit room, from connecting until LiveKit gives it up. */
export class LiveKitCall implements Call {
  private readonly room = new Room(roomOptions);
  private readonly sent = new SentTracks(this.room);
  private readonly silence = new SilenceWatch(this.room);
  private readonly shown: WritableSignal<CallView> = signal({
    link: 'connecting',
    peer: null,
    screen: null,
    isSpeaking: false,
    quality: 'unknown',
    isSoundAllowed: true,
    isElsewhere: false,
    wasElsewhere: false,
    way: 'usual',
    rungs: { sending: 'full', receiving: 'full' },
  });
  private readonly ending = Promise.withResolvers<CallEnd>();
  private readonly words = new Subject<Word>();
  private readonly route: IceRoute;
  private readonly flow: FlowWatch;
  private readonly line: LineKeeper;
  private ownPersonId = '';
  private isLeaving = false;
  private isWaiting = false;

  readonly view = this.shown.asReadonly();
  readonly ended = this.ending.promise;
  readonly heard = this.words.asObservable();
  readonly silences = this.silence.ended;

  constructor(path: IcePath, flows: FlowMemory, lines: LineMemory) {
    this.route = new IceRoute(path, (way) => {
      this.shown.update((view) => ({ ...view, way }));
    });
    this.route.follow(this.room);
    this.flow = new FlowWatch(
      flows,
      {
        people: () => this.others(),
        isCut: this.route.isCut,
        isSilent: () => this.silence.silentMs > 0,
      },
      (state) => {
        this.heed(state);
      },
    );
    this.line = new LineKeeper(this.room, lines, () => {
      this.look();
    });
    this.shown.update((view) => ({ ...view, rungs: this.line.rungs }));
    for (const change of changes) {
      this.room.on(change, () => {
        this.look();
      });
    }
    this.room
      .on(RoomEvent.Reconnecting, () => {
        this.setLink('reconnecting');
      })
      .on(RoomEvent.SignalReconnecting, () => {
        this.setLink('resuming');
      })
      .on(RoomEvent.Reconnected, () => {
        // Connected anew with the right of before: who is in stays in by a new call.
        if (!this.isWaiting && this.isHidden) void this.room.disconnect(false);
        else this.setLink('connected');
      })
      .on(RoomEvent.Disconnected, (reason) => {
        this.finish(reason);
      })
      .on(RoomEvent.DataReceived, (bytes, from, _kind, topic) => {
        this.hear(bytes, from, topic);
      });
  }

  get sid(): string {
    return this.room.localParticipant.sid;
  }

  get silentMs(): number {
    return this.silence.silentMs;
  }

  async connect(access: CallAccess): Promise<void> {
    await this.reach(access);
    this.setLink('connected');
  }

  async wait(access: CallAccess): Promise<void> {
    this.isWaiting = true;
    // That the server closes its room is nobody's error while nobody has joined.
    setLogLevel('silent', LoggerNames.Signal);
    await this.reach(access);
  }

  async admitted(): Promise<void> {
    const changes$ = fromEvent(this.room, RoomEvent.ParticipantPermissionsChanged);
    const isIn$ = changes$.pipe(
      startWith(null),
      filter(() => !this.isHidden),
      timeout(admissionMs),
    );
    await firstValueFrom(isIn$);
    this.isWaiting = false;
    this.line.forget();
    setLogLevel('error', LoggerNames.Signal);
    this.setLink('connected');
  }

  async publish(device: LocalDevice): Promise<void> {
    if (!(device instanceof BrowserDevice)) return;
    const ours = await device.forCall();
    await ours.ready();
    await this.sent.add(ours.local);
  }

  async withdraw(device: LocalDevice): Promise<void> {
    if (!(device instanceof BrowserDevice)) return;
    const { local } = await device.forCall();
    await this.sent.remove(local);
  }

  tell(topic: string, text: string, manner: Telling): void {
    const destinationIdentities = this.others().map(({ identity }) => identity);
    if (destinationIdentities.length === 0 || this.shown().link !== 'connected') return;
    const bytes = new TextEncoder().encode(text);
    const options = { reliable: manner === 'surely', topic, destinationIdentities };
    // What does not arrive was not worth waiting for.
    this.room.localParticipant.publishData(bytes, options).catch(() => undefined);
  }

  async share(screen: LocalScreen, startedAt: number): Promise<void> {
    if (screen instanceof LiveKitScreen) await screen.publish(this.room, startedAt);
  }

  async unshare(screen: LocalScreen): Promise<void> {
    if (screen instanceof LiveKitScreen) await screen.unpublish(this.room);
  }

  async allowSound(): Promise<void> {
    await this.room.startAudio();
    this.look();
  }

  async useSpeaker(speakerId: string): Promise<void> {
    await this.room.switchActiveDevice('audiooutput', speakerId);
  }

  async leave(): Promise<void> {
    this.isLeaving = true;
    await this.room.disconnect(false);
    this.ending.resolve('left');
  }

  private get isHidden(): boolean {
    return this.room.localParticipant.permissions?.hidden === true;
  }

  private async reach(access: CallAccess): Promise<void> {
    this.ownPersonId = personOf(access.identity);
    try {
      await this.room.connect(access.url, access.token, this.route.optionsFor(access));
    } catch (error) {
      if (!this.isLeaving) this.route.judge();
      throw error;
    }
  }

  /** A line that seems well and carries nothing is as good as none. */
  private heed(state: FlowState): void {
    const link = state === 'flowing' ? 'connected' : 'stalled';
    if (state === 'dead') this.giveUp();
    else if (link !== this.shown().link) this.setLink(link);
  }

  private giveUp(): void {
    if (this.route.isCut()) this.route.giveUp();
    void this.room.disconnect(false);
  }

  private setLink(found: CallView['link']): void {
    const link = found === 'connected' && this.isWaiting ? 'connecting' : found;
    this.flow.turn(link === 'connected' || link === 'stalled');
    this.shown.update((view) => ({ ...view, link }));
    this.look();
  }

  private finish(reason: DisconnectReason | undefined): void {
    setLogLevel('error', LoggerNames.Signal);
    this.flow.turn(false);
    this.shown.update((view) => ({ ...view, link: 'ended', peer: null, screen: null }));
    this.words.complete();
    if (this.isLeaving) this.ending.resolve('left');
    else if (reason === DisconnectReason.PARTICIPANT_REMOVED) this.ending.resolve('removed');
    else this.ending.resolve('lost');
  }

  private look(): void {
    const others = this.others();
    const people = [...this.room.remoteParticipants.values()];
    const own = people.filter((person) => !others.includes(person));
    this.shown.update((view) => ({
      ...view,
      peer: peerOf(others, this.line),
      rungs: this.line.rungs,
      screen: screenOf(this.room),
      isSpeaking: this.room.localParticipant.isSpeaking,
      quality: qualities[this.room.localParticipant.connectionQuality],
      isSoundAllowed: this.room.canPlaybackAudio,
      isElsewhere: own.length > 0,
      wasElsewhere: own.some((page) => isBefore(page, this.room.localParticipant)),
    }));
  }

  /** The pages of other people than us. */
  private others(): readonly RemoteParticipant[] {
    const people = [...this.room.remoteParticipants.values()];
    return people.filter(({ identity }) => personOf(identity) !== this.ownPersonId);
  }

  private hear(bytes: Uint8Array, from?: RemoteParticipant, topic?: string): void {
    if (!from || topic === undefined || bytes.length > longestWordBytes) return;
    const personId = personOf(from.identity);
    if (personId === this.ownPersonId) return;
    this.words.next({ topic, text: new TextDecoder().decode(bytes), personId });
  }
}
