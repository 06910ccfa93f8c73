import { type LocalTrack, LocalVideoTrack } from 'livekit-client';
import { canProcess, isBlurBuiltIn } from '../browser/blur-ability';

/** Makes unclear what stands behind the person: by the camera where it can, else on this machine. */
export class BackgroundBlur {
  private isOn = false;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly local: LocalTrack) {}

  get isPossible(): boolean {
    return this.local instanceof LocalVideoTrack && (this.isBuiltIn() || canProcess());
  }

  /** Resolves when nothing is being changed, whether or not it worked. */
  get settled(): Promise<void> {
    return this.work.catch(() => undefined);
  }

  async turn(isOn: boolean, tooSlow: () => void): Promise<void> {
    this.isOn = isOn;
    this.work = this.settled.then(() => this.change(tooSlow));
    await this.work;
  }

  /** Another camera, or the same one anew: what the camera does by itself is forgotten by then. */
  async again(): Promise<void> {
    if (this.isOn && this.isBuiltIn()) await this.ask(true);
  }

  private async change(tooSlow: () => void): Promise<void> {
    const { local, isOn } = this;
    if (!(local instanceof LocalVideoTrack)) return;
    if (this.isBuiltIn()) {
      await this.ask(isOn);
    } else if (!isOn) {
      await local.stopProcessor();
    } else if (!local.getProcessor()) {
      const { BlurProcessor } = await import('./blur-processor');
      await local.setProcessor(new BlurProcessor(tooSlow));
    }
  }

  private isBuiltIn(): boolean {
    if (this.local.getProcessor()) return false;
    return isBlurBuiltIn(this.local.mediaStreamTrack);
  }

  private async ask(backgroundBlur: boolean): Promise<void> {
    await this.local.mediaStreamTrack.applyConstraints({ backgroundBlur });
  }
}
