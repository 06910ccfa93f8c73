import { Service, computed, inject } from '@angular/core';
import { Subject } from 'rxjs';
import { AnnotationStore } from '../annotations/annotation-store';
import { ChatStore } from '../chat/chat-store';
import { DeviceStore } from '../media/device-store';
import { RoomRecording } from '../recording/room-recording';
import { SessionStore } from '../session/session-store';
import { RoomBoard } from './board/room-board';
import type { Control } from './controls/control';
import type { CommandId } from './domain/shortcuts';
import { CaptionsChoice } from '../transcript/captions-choice';
import { RoomPanels } from './room-panels';
import { StageControls } from './stage-controls';

/** What a person is asked about before it is done. */
export type Question = 'leave' | 'end' | 'finish' | 'help';

/** All controls of the room as they stand, for the bar, for the menu and for the keyboard. */
@Service({ autoProvided: false })
export class RoomControls {
  private readonly session = inject(SessionStore);
  private readonly devices = inject(DeviceStore);
  private readonly annotations = inject(AnnotationStore);
  private readonly chat = inject(ChatStore);
  private readonly panels = inject(RoomPanels);
  private readonly stage = inject(StageControls);
  private readonly captionsChoice = inject(CaptionsChoice);
  private readonly board = inject(RoomBoard);
  private readonly recording = inject(RoomRecording);
  private readonly asking = new Subject<Question>();

  readonly questions = this.asking.asObservable();

  /** In the order of the bar. A rank says what stays there when there is little room. */
  readonly controls = computed<readonly Control[]>(() => [
    this.microphone(),
    this.camera(),
    ...this.stage.screen(),
    this.hand(),
    this.topics(),
    this.chatControl(),
    this.captions(),
    this.whiteboard(),
    ...this.ending(),
    ...this.finishing(),
    ...this.recordingControl(),
    ...this.stage.others(),
    {
      ...{ id: 'help', icon: 'keyboard', label: 'Keyboard shortcuts', rank: null },
      press: () => {
        this.asking.next('help');
      },
    },
    {
      ...{ id: 'leave', icon: 'leave', label: 'Leave', look: 'danger', rank: 2 },
      press: () => {
        this.asking.next('leave');
      },
    },
  ]);

  private readonly microphone = computed<Control>(() => {
    const { isOn } = this.devices.microphone();
    return {
      ...{ id: 'microphone', rank: 1, icon: isOn ? 'mic' : 'mic-off' },
      ...(isOn ? { label: 'Mute' } : { label: 'Unmute', look: 'off' }),
      press: () => void this.devices.toggle('microphone'),
    };
  });

  private readonly camera = computed<Control>(() => {
    const { isOn } = this.devices.camera();
    return {
      ...{ id: 'camera', rank: 3, icon: isOn ? 'camera' : 'camera-off', text: 'Camera' },
      ...(isOn ? { label: 'Turn camera off' } : { label: 'Turn camera on', look: 'off' }),
      press: () => void this.devices.toggle('camera'),
    };
  });

  private readonly hand = computed<Control>(() => {
    const isUp = Boolean(this.session.self()?.handRaisedAt);
    return {
      ...{ id: 'hand', icon: 'hand', text: 'Hand', rank: 5 },
      ...(isUp ? { label: 'Lower hand', look: 'on' } : { label: 'Raise hand' }),
      press: () => void this.session.setHand(!isUp),
    };
  });

  private readonly topics = computed<Control>(() => ({
    ...{ id: 'topics', icon: 'topics', label: 'Topics', rank: 7 },
    count: this.annotations.unread(),
    isExpanded: this.panels.shows('topics'),
    press: () => {
      this.panels.toggle('topics');
    },
  }));

  private readonly chatControl = computed<Control>(() => ({
    ...{ id: 'chat', icon: 'chat', label: 'Chat', rank: 4, count: this.chat.unread() },
    isExpanded: this.panels.shows('chat'),
    press: () => {
      this.panels.toggle('chat');
    },
  }));

  private readonly captions = computed<Control>(() => {
    const isOn = this.captionsChoice.isOn();
    return {
      ...{ id: 'captions', icon: 'captions', text: 'Captions', rank: 8 },
      ...(isOn ? { label: 'Captions off', look: 'on' } : { label: 'Captions on' }),
      press: () => {
        this.captionsChoice.toggle();
      },
    };
  });

  private readonly whiteboard = computed<Control>(() => ({
    ...{ id: 'whiteboard', icon: 'board', label: 'Whiteboard', rank: 8 },
    ...(this.board.door.otherAt() ? { look: 'on' } : {}),
    isExpanded: this.board.door.isShown(),
    press: () => {
      this.board.toggle();
    },
  }));

  private readonly ending = computed<readonly Control[]>(() => {
    if (this.session.self()?.role !== 'MENTOR') return [];
    const press = () => {
      this.asking.next('end');
    };
    return [{ id: 'end', icon: 'stop', label: 'End session', text: 'End', rank: 9, press }];
  });

  /** Once it has begun, and for as long as the viewer has not asked for it. */
  private readonly finishing = computed<readonly Control[]>(() => {
    const { actualStart = null, finishAgreedBy = [] } = this.session.session() ?? {};
    const isAsked = finishAgreedBy.includes(this.session.self()?.person.id ?? '');
    if (actualStart === null || isAsked) return [];
    const press = () => {
      this.asking.next('finish');
    };
    return [{ id: 'finish', icon: 'flag', label: 'Finish early', rank: null, press }];
  });

  /** Where it may be asked for; once it runs, its sign is how to pause and to stop it. */
  private readonly recordingControl = computed<readonly Control[]>(() => {
    if (!this.recording.canAsk()) return [];
    const press = () => {
      this.recording.ask();
    };
    return [{ id: 'record', icon: 'record', label: 'Record this session', rank: null, press }];
  });

  /** Whether there is a control of this name now. */
  has(command: CommandId): boolean {
    return this.controls().some(({ id }) => id === command);
  }

  /** Does what the control of this name does, where there is one now. */
  run(command: CommandId): void {
    this.controls()
      .find(({ id }) => id === command)
      ?.press();
  }
}
