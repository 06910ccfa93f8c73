import {
  Component,
  DestroyRef,
  type OnInit,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { atFirst, dueAt, nextSpeaker } from '../media/active-speaker';
import type { Audience, Seen } from '../media/audience';
import { MediaView } from '../media/media-view';
import { OPEN_AUDIENCE } from '../media/open-audience';
import { DeviceClock } from '../platform/clock';
import { Avatar } from '../ui/avatar/avatar';
import { Icon } from '../ui/icon/icon';
import { initialsOf } from './domain/initials';
import { RecorderWords } from './recorder-words';

/** After so long a recording begins although nobody sends anything yet. */
const patienceMs = 4000;

/**
 * What is recorded of a session: who speaks large and the other one small, or a shared screen large and
 * both small. Egress opens it with the address of the room and a token that lets it look on; it is no
 * page for people.
 */
@Component({
  selector: 'pl-recording-page',
  imports: [Avatar, Icon, MediaView],
  templateUrl: './recording-page.html',
  styleUrl: './recording-page.css',
})
export class RecordingPage implements OnInit {
  private readonly open = inject(OPEN_AUDIENCE);
  private readonly words = inject(RecorderWords);
  private readonly clock = inject(DeviceClock);
  private readonly audience = signal<Audience | null>(null);
  private readonly isLost = signal(false);
  private readonly speaker = signal(atFirst);
  private readonly waits = { speaker: 0, begin: 0 };

  /** Where the room is, for who records. */
  readonly url = input('');
  /** Lets look on, hidden. */
  readonly token = input('');

  private readonly view = computed(() => this.audience()?.view() ?? null);
  protected readonly people = computed(() => this.view()?.people ?? []);
  protected readonly screen = computed(() => this.view()?.screen ?? null);
  protected readonly screenOwner = computed(
    () => this.people().find(({ personId }) => personId === this.screen()?.personId)?.name ?? '',
  );
  protected readonly failure = computed(() =>
    this.isLost() ? 'The room could not be reached.' : null,
  );
  /** The one shown large: the mentor, until the other one speaks. */
  protected readonly large = computed(() => {
    const [mentor, other] = this.people();
    return this.speaker().who === 'self' ? (other ?? mentor) : mentor;
  });
  private readonly voices = computed(() => {
    const [mentor, other] = this.people();
    return { other: mentor?.isSpeaking ?? false, self: other?.isSpeaking ?? false };
  });

  constructor() {
    effect(() => {
      this.voices();
      untracked(() => {
        this.followSpeaker();
      });
    });
    effect(() => {
      const link = this.view()?.link;
      if (link === 'ended') this.words.end();
      else if (link === 'connected' && this.waits.begin === 0) this.waitToBegin();
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.waits.speaker);
      clearTimeout(this.waits.begin);
      void this.audience()?.leave();
    });
  }

  ngOnInit(): void {
    void this.goIn();
  }

  protected initials({ name }: Seen): string {
    return initialsOf(name);
  }

  /** A picture or a sound plays. */
  protected begin(): void {
    this.words.begin();
  }

  private async goIn(): Promise<void> {
    try {
      const audience = await this.open();
      this.audience.set(audience);
      await audience.connect(this.url(), this.token());
    } catch {
      // Egress gives up at once instead of waiting for a picture that cannot come.
      this.isLost.set(true);
      this.words.end();
    }
  }

  private waitToBegin(): void {
    this.waits.begin = window.setTimeout(() => {
      this.begin();
    }, patienceMs);
  }

  private followSpeaker(): void {
    clearTimeout(this.waits.speaker);
    const now = this.clock.monotonic();
    const next = nextSpeaker(this.speaker(), this.voices(), now);
    this.speaker.set(next);
    const due = dueAt(next);
    if (due === Infinity) return;
    this.waits.speaker = window.setTimeout(() => {
      this.followSpeaker();
    }, due - now);
  }
}
