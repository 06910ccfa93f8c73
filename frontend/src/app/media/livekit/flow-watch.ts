import {
  ConnectionQuality,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  Track,
} from 'livekit-client';
import {
  type Due,
  type FlowLook,
  type FlowState,
  flowState,
  freshFlow,
  hasMoved,
  lookMs,
  nextFlow,
} from '../domain/flow';

/** How often a call was made anew because nothing arrived, and nothing arrived in the new one either. */
export class FlowMemory {
  fruitless = 0;
}

/** What comes over a line, whether the browser has lost it, and whether nothing at all comes. */
export interface Line {
  readonly people: () => readonly RemoteParticipant[];
  readonly isCut: () => boolean;
  readonly isSilent: () => boolean;
}

/** Looks again and again whether what the others send really arrives, while a call is connected. */
export class FlowWatch {
  private flow = freshFlow;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly memory: FlowMemory,
    private readonly line: Line,
    private readonly tell: (state: FlowState) => void,
  ) {}

  /** Begins anew, or stops. Does nothing where it is so already. */
  turn(on: boolean): void {
    if (on === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = on ? setInterval(() => void this.look(), lookMs) : undefined;
    this.flow = freshFlow;
  }

  private async look(): Promise<void> {
    const { timer } = this;
    const look = await lookAt(this.line);
    if (timer !== this.timer) return;
    if (hasMoved(this.flow, look.received)) this.memory.fruitless = 0;
    this.flow = nextFlow(this.flow, look);
    const state = flowState(this.flow, this.memory.fruitless);
    if (state === 'dead') {
      this.turn(false);
      this.memory.fruitless += 1;
    }
    this.tell(state);
  }
}

async function lookAt({ people, isCut, isSilent }: Line): Promise<FlowLook> {
  const others = people();
  const sent = others.flatMap((person) => publicationsOf(person));
  const counts = sent.map(
    async ({ trackSid, track }) => [trackSid, await packetsOf(track)] as const,
  );
  // Whoever is at the other end, their browser or server answers ours, if anything gets through.
  const quiet = isSilent() ? 'surely' : dueFrom(others);
  const due = isCut() ? 'cut' : quiet;
  return { due, received: new Map(await Promise.all(counts)) };
}

/** What somebody sends at this moment, by their own word. */
function publicationsOf(person: RemoteParticipant): readonly RemoteTrackPublication[] {
  return [...person.trackPublications.values()].filter(({ isMuted, track }) => track && !isMuted);
}

function dueFrom(people: readonly RemoteParticipant[]): Due {
  if (people.every((person) => publicationsOf(person).length === 0)) return 'nothing';
  return people.some((person) => isSurelySending(person)) ? 'surely' : 'maybe';
}

/**
 * Only what the media server itself has well: where it has nothing from them a new line of ours would
 * bring nothing. Whoever is silent sends next to nothing, and a picture that nobody looks at is not sent.
 */
function isSurelySending(person: RemoteParticipant): boolean {
  const { Excellent, Good } = ConnectionQuality;
  if (person.connectionQuality !== Excellent && person.connectionQuality !== Good) return false;
  const isShown = publicationsOf(person).some(
    ({ kind, isEnabled, track }) =>
      kind === Track.Kind.Video && isEnabled && track?.streamState === Track.StreamState.Active,
  );
  return isShown || (person.isSpeaking && person.isMicrophoneEnabled);
}

async function packetsOf(track: RemoteTrack | undefined): Promise<number> {
  const report = await track?.getRTCStatsReport();
  let packets = 0;
  report?.forEach((stats: { readonly type: string; readonly packetsReceived?: number }) => {
    if (stats.type === 'inbound-rtp') packets += stats.packetsReceived ?? 0;
  });
  return packets;
}
