import type { LocalScreen, SharedScreen } from '../media/call';

/** A screen that the other one shares. */
export function aScreen(parts: Partial<SharedScreen> = {}): SharedScreen {
  return {
    personId: 'mia',
    isOwn: false,
    picture: { attach: () => undefined, detach: () => undefined },
    sound: null,
    isWholeScreen: false,
    ...parts,
  };
}

export class FakeScreen implements LocalScreen {
  private gone: () => void = () => undefined;
  readonly hasSound = true;
  isStopped = false;

  stop(): void {
    this.isStopped = true;
  }

  whenGone(callback: () => void): void {
    this.gone = callback;
  }

  /** The person presses "Stop sharing" beside the page. */
  end(): void {
    this.gone();
  }
}
