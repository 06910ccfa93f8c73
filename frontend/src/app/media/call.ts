import { InjectionToken, type Signal } from '@angular/core';
import type { Observable } from 'rxjs';
import type { IceSettings, Way } from './domain/ice-plan';
import type { Rung } from './domain/quality-ladder';

/** A picture or a sound that a media element can play. */
export interface Playable {
  attach(element: HTMLMediaElement): void;
  detach(element: HTMLMediaElement): void;
  /**
   * Has it sent in this size also while nobody looks at it, until what it gives is called. Without it there
   * is nothing to ask for.
   */
  keepSent?(size: { readonly width: number; readonly height: number }): () => void;
}

export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/** Somebody else in the call, as far as this page sees them. */
export interface Peer {
  readonly personId: string;
  readonly camera: Playable | null;
  readonly microphone: Playable | null;
  readonly isCameraOn: boolean;
  /** Their camera is on, and the line carries nothing of it. There is no `camera` to play then. */
  readonly isPicturePaused: boolean;
  readonly isMicrophoneOn: boolean;
  readonly isSpeaking: boolean;
  /** Whether what is told them arrives: it takes a moment until they are wholly in. */
  readonly isListening: boolean;
  readonly quality: Quality;
}

/** `surely`: it is repeated until it arrives, in order; `at-once`: it may get lost. */
export type Telling = 'surely' | 'at-once';

/** A screen that everybody in the call sees. */
export interface SharedScreen {
  readonly personId: string;
  /** Whether this very page shares it. */
  readonly isOwn: boolean;
  readonly picture: Playable;
  /** What is heard with it, where the browser and the person allow that. */
  readonly sound: Playable | null;
  /** What the others hear with one's own screen; here it is heard anyway. */
  readonly ownSound?: Playable | null;
  /** A whole screen shows this page too, so its own picture of it would never end. */
  readonly isWholeScreen: boolean;
}

/** A few words that may get lost on the way, such as where a pointer is. */
export interface Word {
  readonly topic: string;
  readonly text: string;
  readonly personId: string;
}

/** How much of the pictures the line carries, each way. */
export interface Rungs {
  readonly sending: Rung;
  readonly receiving: Rung;
}

export interface CallView {
  /**
   * `stalled`: all seems well, and nothing arrives; `resuming`: the signal is lost, and media may still
   * flow; `reconnecting`: all is lost.
   */
  readonly link: 'connecting' | 'connected' | 'stalled' | 'resuming' | 'reconnecting' | 'ended';
  readonly peer: Peer | null;
  /** The one that was begun last, when two are shared for a moment. */
  readonly screen: SharedScreen | null;
  /** Whether we are heard to speak. */
  readonly isSpeaking: boolean;
  readonly quality: Quality;
  /** False while the browser wants a tap before it plays sound. */
  readonly isSoundAllowed: boolean;
  /** This person is in the call with another page too. */
  readonly isElsewhere: boolean;
  /** And that page was in before this one. */
  readonly wasElsewhere: boolean;
  /** By which servers it goes, or is tried to. */
  readonly way: Way;
  readonly rungs: Rungs;
}

/** Why a call is over: we left, we were sent out, or the line is dead. */
export type CallEnd = 'left' | 'removed' | 'lost';

/** A time in which nothing at all came over a connection, and which is over. */
export interface Silence {
  readonly sid: string;
  readonly forMs: number;
  readonly endedMsAgo: number;
}

export interface CallAccess extends IceSettings {
  readonly url: string;
  readonly token: string;
  readonly identity: string;
}

/** A camera or microphone that is ours, before and during the call. */
export interface LocalDevice {
  readonly playable: Playable;
  readonly deviceId: string;
  /** The browser's track, to measure its level. */
  readonly track: MediaStreamTrack;
  turn(on: boolean): Promise<void>;
  use(deviceId: string): Promise<void>;
  /** Whether what stands behind the person can be made unclear, by the camera or by this machine. */
  readonly canBlur: boolean;
  /** Resolves when it is so. Calls back when this machine turns out too slow for it. */
  blur(isOn: boolean, tooSlow: () => void): Promise<void>;
  stop(): void;
  /** Calls back when the device is gone, such as pulled out. */
  whenGone(callback: () => void): void;
}

/** A screen, window or tab that the person has chosen to show. It outlives one attempt to be in a call. */
export interface LocalScreen {
  readonly hasSound: boolean;
  stop(): void;
  /** Calls back when the person ends it beside the page, or the window is closed. */
  whenGone(callback: () => void): void;
}

/** One attempt to be in a call, from connecting until it is over. */
export interface Call {
  readonly view: Signal<CallView>;
  readonly ended: Promise<CallEnd>;
  /** The name of this connection at the media server; empty until connected. */
  readonly sid: string;
  /** How long nothing at all has come over it; 0 while it is well. */
  readonly silentMs: number;
  /** Each silence that is over. */
  readonly silences: Observable<Silence>;
  connect(access: CallAccess): Promise<void>;
  /** Connects to wait at the door: nobody sees it, and nothing is sent or received. */
  wait(access: CallAccess): Promise<void>;
  /** Resolves when who waited is in; rejects where that does not come about. */
  admitted(): Promise<void>;
  publish(device: LocalDevice): Promise<void>;
  withdraw(device: LocalDevice): Promise<void>;
  /** What the other one tells; their words to us, and not those of our own other pages. */
  readonly heard: Observable<Word>;
  /** Tells it to the other one alone, at once or never. */
  tell(topic: string, text: string, manner: Telling): void;
  share(screen: LocalScreen, startedAt: number): Promise<void>;
  unshare(screen: LocalScreen): Promise<void>;
  allowSound(): Promise<void>;
  /** Plays on this speaker from now on; on the system's own for an empty text. */
  useSpeaker(speakerId: string): Promise<void>;
  leave(): Promise<void>;
}

export type DeviceKind = 'camera' | 'microphone';

export interface DeviceWish {
  /** The chosen device, the system's own choice for `null`, or `false` for none. */
  readonly camera: string | null | false;
  readonly microphone: string | null | false;
}

export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

/** The media library, as little of it as we need. What is needed for calls alone may load with the first. */
export interface MediaLibrary {
  createCall(): Promise<Call>;
  /** Opens what is wished for with one question to the person. */
  openDevices(wish: DeviceWish): Promise<Partial<Readonly<Record<DeviceKind, LocalDevice>>>>;
  /** Asks which screen, window or tab to show, with its sound where the browser allows. */
  openScreen(): Promise<LocalScreen>;
  listDevices(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]>;
}

export const mediaLibrary = new InjectionToken<MediaLibrary>('media library');
