import { Component, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { ServerClock } from '../../platform/server-clock';
import { SessionStore } from '../../session/session-store';
import { TopicStore } from '../../topics/topic-store';
import { TranscriptStore } from '../../transcript/transcript-store';
import { Button } from '../../ui/button/button';
import { type VoiceCommand, voiceCommandIn } from '../domain/voice-command';

/** Final words of somebody. */
interface Said {
  readonly personId: string;
  readonly text: string;
  readonly endedAt: number;
}

/** What was done on a word, and how it is taken back. */
interface Deed {
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

/** What was said longer ago was meant for another moment. */
const freshMs = 15_000;
const shownMs = 15_000;

/** Does what the person says to the room, with their own rights, and says what it did. */
@Component({
  selector: 'pl-voice-commands',
  imports: [Button],
  template: `
    <div role="status">
      @if (deed(); as done) {
        <div class="panel card">
          <p>{{ done.text }}</p>
          @if (done.undo; as undo) {
            <button plButton size="small" type="button" (click)="takeBack(undo.run)">
              {{ undo.label }}
            </button>
          }
        </div>
      }
    </div>
  `,
  styleUrl: '../stage/question-card.css',
})
export class VoiceCommands {
  private readonly transcript = inject(TranscriptStore);
  private readonly session = inject(SessionStore);
  private readonly devices = inject(DeviceStore);
  private readonly topics = inject(TopicStore);
  private readonly clock = inject(ServerClock);
  private hiding: ReturnType<typeof setTimeout> | undefined;

  readonly sessionId = input.required<string>();

  protected readonly deed = signal<Deed | null>(null);

  constructor() {
    effect(() => {
      const sessionId = this.sessionId();
      untracked(() => {
        if (sessionId !== '') this.transcript.open(sessionId);
      });
    });
    const hearing = this.transcript.finals.subscribe((spoken) => {
      this.hear(spoken);
    });
    inject(DestroyRef).onDestroy(() => {
      hearing.unsubscribe();
      clearTimeout(this.hiding);
    });
  }

  protected takeBack(run: () => void): void {
    this.show(null);
    run();
  }

  private hear({ personId, text, endedAt }: Said): void {
    if (personId !== this.session.self()?.person.id) return;
    if (this.clock.now() - endedAt > freshMs) return;
    const command = voiceCommandIn(text);
    const deed = command && this.does(command);
    if (deed) this.show(deed);
  }

  /** Gives null where it is so already. */
  private does(command: VoiceCommand): Deed | null {
    switch (command) {
      case 'mute':
        return this.mutes();
      case 'raise-hand':
        return this.turnsHand(true);
      case 'lower-hand':
        return this.turnsHand(false);
      case 'topic-done':
        return this.finishesTopic();
    }
  }

  private mutes(): Deed | null {
    if (!this.devices.microphone().isOn) return null;
    void this.devices.toggle('microphone');
    const run = () => {
      if (!this.devices.microphone().isOn) void this.devices.toggle('microphone');
    };
    return { text: 'You asked to be muted.', undo: { label: 'Unmute', run } };
  }

  private turnsHand(isUp: boolean): Deed | null {
    if (Boolean(this.session.self()?.handRaisedAt) === isUp) return null;
    void this.session.setHand(isUp);
    const run = () => void this.session.setHand(!isUp);
    return isUp
      ? { text: 'You asked to raise your hand.', undo: { label: 'Lower hand', run } }
      : { text: 'You asked to lower your hand.', undo: { label: 'Raise hand', run } };
  }

  private finishesTopic(): Deed {
    const topic = this.topics.current();
    if (this.session.self()?.role !== 'MENTOR') {
      return { text: 'Only your mentor marks a topic as done.' };
    }
    if (!topic) return { text: 'There is no topic to mark as done.' };
    const { id: topicId, title } = topic;
    this.topics.do({ type: 'FINISH', topicId });
    const run = () => {
      this.topics.do({ type: 'REOPEN', topicId });
      this.topics.do({ type: 'START', topicId });
    };
    return { text: `You said that “${title}” is done.`, undo: { label: 'Not done yet', run } };
  }

  private show(deed: Deed | null): void {
    clearTimeout(this.hiding);
    this.deed.set(deed);
    if (!deed) return;
    this.hiding = setTimeout(() => {
      this.deed.set(null);
    }, shownMs);
  }
}
