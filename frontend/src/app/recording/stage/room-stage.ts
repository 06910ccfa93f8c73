import { Service, computed, effect, inject } from '@angular/core';
import { type Speaker, atFirst, nextSpeaker } from '../../media/active-speaker';
import type { Playable } from '../../media/call';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { DeviceClock } from '../../platform/clock';
import { SteadyTimer } from '../../platform/steady-timer';
import { SessionStore } from '../../session/session-store';
import { type Seat, type Tile, layoutOf } from '../domain/picture-layout';
import { SoundMix } from './sound-mix';
import { StagePainter } from './stage-painter';
import { KeptWatched, WatchedPicture, WatchedSound } from './watched';

const fps = 20;

/** The room as it is recorded: one picture of all that is seen, and one sound of all that is heard. */
@Service({ autoProvided: false })
export class RoomStage {
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(DeviceClock);
  private readonly timer = inject(SteadyTimer);
  private readonly painter = new StagePainter();
  private readonly mix = new SoundMix();
  private readonly pictures = new KeptWatched((playable) => new WatchedPicture(playable));
  private readonly sounds = new KeptWatched((playable) => new WatchedSound(playable));
  private speaker: Speaker = atFirst;

  private readonly selfId = computed(() => this.session.self()?.person.id ?? '');
  private readonly otherId = computed(() => this.session.other()?.person.id ?? '');
  private readonly seats = computed<readonly Seat[]>(() => {
    const [self, other] = [this.session.self(), this.session.other()];
    const isOtherHere = this.media.peer() !== null;
    return [
      ...(self ? [{ personId: self.person.id, name: self.person.displayName }] : []),
      ...(other && isOtherHere
        ? [{ personId: other.person.id, name: other.person.displayName }]
        : []),
    ];
  });
  private readonly screenOf = computed(() => {
    const screen = this.media.screen();
    if (!screen) return null;
    return this.seats().find(({ personId }) => personId === screen.personId)?.name ?? '';
  });
  private readonly caption = computed(() => {
    const session = this.session.session();
    const topic = session?.topics.find(({ state }) => state === 'CURRENT')?.title;
    return [session?.title, topic].filter((text) => text !== undefined).join(' · ');
  });
  private readonly voices = computed(() => ({
    self: this.media.isSpeaking(),
    other: this.media.peer()?.isSpeaking ?? false,
  }));
  private readonly shown = computed(() => {
    const [camera, peer, screen] = [this.devices.camera(), this.media.peer(), this.media.screen()];
    return new Map<string, Playable | null>([
      [this.selfId(), camera.isOn ? (camera.device?.playable ?? null) : null],
      [this.otherId(), peer?.isCameraOn ? peer.camera : null],
      ['screen', screen?.picture ?? null],
    ]);
  });
  private readonly heard = computed(() => {
    const screen = this.media.screen();
    return new Map<string, Playable | null>([
      [this.otherId(), this.media.peer()?.microphone ?? null],
      ['screen', screen?.sound ?? screen?.ownSound ?? null],
    ]);
  });

  constructor() {
    effect(() => {
      this.pictures.keep(this.shown());
    });
    effect(() => {
      this.sounds.keep(this.heard());
      const own = this.devices.microphone().track;
      this.mix.hear([
        ...this.sounds.all.flatMap(({ track }) => track ?? []),
        ...(own ? [own] : []),
      ]);
    });
  }

  /** Begins to draw; what comes of it is to be recorded. */
  open(): MediaStream {
    this.draw();
    const picture = this.painter.canvas.captureStream(fps).getVideoTracks();
    return new MediaStream([...picture, ...this.mix.tracks]);
  }

  close(): void {
    this.timer.stop();
    this.pictures.keep(new Map());
    this.sounds.keep(new Map());
    this.mix.close();
  }

  private draw(): void {
    const begunAt = this.clock.monotonic();
    this.paint(begunAt);
    const spentMs = this.clock.monotonic() - begunAt;
    this.timer.start(Math.max(0, 1000 / fps - spentMs), () => {
      this.draw();
    });
  }

  private paint(at: number): void {
    this.speaker = nextSpeaker(this.speaker, this.voices(), at);
    const largeId = this.speaker.who === 'self' ? this.selfId() : this.otherId();
    this.painter.paint({
      tiles: layoutOf({ screenOf: this.screenOf(), seats: this.seats(), largeId }),
      caption: this.caption(),
      pictureOf: ({ source }: Tile) =>
        this.pictures.of(source === 'screen' ? 'screen' : source.personId),
    });
  }
}
