import { type Signal, effect, untracked } from '@angular/core';
import type { Call, DeviceKind, LocalDevice } from './call';

interface Around {
  /** The call while it is connected. */
  readonly call: Signal<Call | null>;
  readonly microphone: Signal<LocalDevice | null>;
  readonly camera: Signal<LocalDevice | null>;
  /** The speaker that was chosen; empty where none was. */
  readonly speakerId: Signal<string>;
}

/** What one call was given. */
interface Given {
  readonly call: Call;
  readonly published: Map<DeviceKind, LocalDevice>;
  playsOn: string;
}

/** Keeps a call's devices equal to those that are open, each connection anew. */
export class CallDevices {
  private given: Given | null = null;

  constructor(private readonly around: Around) {
    effect(() => {
      around.microphone();
      around.camera();
      if (around.call()) untracked(() => void this.publish());
    });
    effect(() => {
      const speakerId = around.speakerId();
      if (around.call()) untracked(() => void this.playOn(speakerId));
    });
  }

  /** Sound first: a call without a picture is still a call. */
  async publish(): Promise<void> {
    const given = this.givenNow();
    if (!given) return;
    const [microphone, camera] = [this.around.microphone(), this.around.camera()];
    await Promise.all([swap(given, 'microphone', microphone), swap(given, 'camera', camera)]);
  }

  /** Nothing is changed for who never chose, so that the system's own speaker stays. */
  private async playOn(speakerId: string): Promise<void> {
    const given = this.givenNow();
    if (!given || given.playsOn === speakerId) return;
    given.playsOn = speakerId;
    try {
      await given.call.useSpeaker(speakerId);
    } catch {
      // The speaker is gone; the list will say so, and then the system's own is used.
    }
  }

  private givenNow(): Given | null {
    const call = this.around.call();
    if (!call) return null;
    if (call !== this.given?.call) this.given = { call, published: new Map(), playsOn: '' };
    return this.given;
  }
}

async function swap(
  { call, published }: Given,
  kind: DeviceKind,
  device: LocalDevice | null,
): Promise<void> {
  const before = published.get(kind);
  if (before === (device ?? undefined)) return;
  if (device) published.set(kind, device);
  else published.delete(kind);
  try {
    if (before) await call.withdraw(before);
    if (device) await call.publish(device);
  } catch {
    // The connection went away meanwhile; the next one publishes again.
    published.delete(kind);
  }
}
