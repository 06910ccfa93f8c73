import { Component, computed, effect, inject, output } from '@angular/core';
import { TypingStore } from '../chat/typing-store';
import { ConnectionBanner } from '../connection/connection-banner';
import { ConnectionNews } from '../connection/connection-news';
import { ConsentCard } from '../consent/consent-card';
import { ConsentStore } from '../consent/consent-store';
import { MediaStore } from '../media/media-store';
import { MediaView } from '../media/media-view';
import { calmAfter } from '../platform/calm';
import { RoomRecorder } from '../recording/room-recorder';
import { RoomRecording } from '../recording/room-recording';
import { RecordingStore } from '../recording/recording-store';
import { SessionStore } from '../session/session-store';
import { Captions } from '../transcript/captions';
import { CaptionsChoice } from '../transcript/captions-choice';
import { Button } from '../ui/button/button';
import { Connecting } from '../ui/connecting/connecting';
import { LiveRegion } from '../ui/live-region/live-region';
import { Whiteboard } from '../whiteboard/whiteboard';
import { BoardDoor } from '../whiteboard/board-door';
import { BandwidthNote } from './bandwidth/bandwidth-note';
import { BoardInvitation } from './board/board-invitation';
import { RoomBoard } from './board/room-board';
import { Controls } from './controls/controls';
import { CallVoice } from './call-voice';
import { ChatTyping } from './chat-typing';
import { timeWarning } from './domain/time-warning';
import { fetchLaterParts } from './later-parts';
import { ControlsHiding } from './controls/controls-hiding';
import { FinishQuestion } from './finish/finish-question';
import { GoneCard } from './gone/gone-card';
import { WhileGone } from './gone/while-gone';
import { RaisedHand } from './hand/raised-hand';
import { MutedSpeaker } from './toasts/muted-speaker';
import { RoomToasts } from './toasts/room-toasts';
import { Toasts } from './toasts/toasts';
import { RoomHeader } from './header/room-header';
import { PushToTalk } from './keys/push-to-talk';
import { RoomKeys } from './keys/room-keys';
import { QuietCard } from './quiet/quiet-card';
import { QuietListener } from './quiet/quiet-listener';
import { RoomQuestions } from './questions/room-questions';
import { RoomControls } from './room-controls';
import { RoomPanels } from './room-panels';
import { RoomSettings } from './settings/settings';
import { Sidebar } from './sidebar/sidebar';
import { StageControls } from './stage-controls';
import { Stage } from './stage/stage';
import { VoiceCommands } from './voice-commands/voice-commands';
import { VoiceCommandsChoice } from './voice-commands/voice-commands-choice';

/** In the session. */
@Component({
  selector: 'pl-room',
  imports: [
    BandwidthNote,
    BoardInvitation,
    Button,
    Captions,
    Connecting,
    ConnectionBanner,
    ConsentCard,
    Controls,
    LiveRegion,
    MediaView,
    FinishQuestion,
    GoneCard,
    QuietCard,
    RaisedHand,
    RoomHeader,
    RoomQuestions,
    RoomRecorder,
    RoomSettings,
    Sidebar,
    Stage,
    Toasts,
    VoiceCommands,
    Whiteboard,
  ],
  templateUrl: './room.html',
  styleUrl: './room.css',
  host: { '[attr.data-phase]': 'session.phase()', '[attr.data-state]': 'media.connection()' },
  providers: [
    BoardDoor,
    RoomBoard,
    CallVoice,
    ChatTyping,
    ConnectionNews,
    ConsentStore,
    ControlsHiding,
    MutedSpeaker,
    PushToTalk,
    QuietListener,
    RecordingStore,
    RoomControls,
    RoomKeys,
    RoomPanels,
    RoomRecording,
    RoomToasts,
    StageControls,
    TypingStore,
    WhileGone,
  ],
})
export class Room {
  protected readonly session = inject(SessionStore);
  protected readonly media = inject(MediaStore);
  protected readonly panels = inject(RoomPanels);
  private readonly roomControls = inject(RoomControls);
  protected readonly controls = this.roomControls.controls;
  protected readonly board = inject(RoomBoard);
  protected readonly stage = inject(StageControls);
  protected readonly lines = inject(ConnectionNews);
  protected readonly recording = inject(RoomRecording);

  protected readonly areControlsShown = inject(ControlsHiding).areShown;
  protected readonly captions = inject(CaptionsChoice);
  protected readonly voiceCommands = inject(VoiceCommandsChoice);

  readonly leave = output();
  /** The stage has stood for a moment, and the network is free for what may be needed later. */
  readonly settled = output();

  /** Said once each: the time that is left. */
  protected readonly warning = computed(() => timeWarning(this.session.timeLeftMs()));
  /** What stands beside the stage comes after it, also where there is no stage yet. */
  protected readonly isStageUp = computed(
    () => this.media.connection() !== 'connecting' || this.media.problem() !== null,
  );
  protected readonly happening = computed(() => this.session.systemLines().at(-1)?.text ?? '');

  constructor() {
    inject(CallVoice);
    inject(ChatTyping);
    inject(RoomKeys);
    const isSettled = calmAfter(computed(() => !this.isStageUp()));
    effect(() => {
      if (!isSettled()) return;
      fetchLaterParts();
      this.settled.emit();
    });
  }

  /** Out of a picture in a window of its own as well. */
  protected askToLeave(): void {
    this.roomControls.run('leave');
  }
}
