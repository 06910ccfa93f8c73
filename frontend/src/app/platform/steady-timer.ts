import { DestroyRef, Service, inject } from '@angular/core';

// A page's own timers sleep for up to a minute where nobody looks at it; those of a worker do not.
const source = `
let timer;
onmessage = ({ data }) => {
  clearTimeout(timer);
  timer = setTimeout(() => postMessage(null), data);
};`;

/** A timer that is on time also where nobody looks at the page. */
@Service()
export class SteadyTimer {
  private readonly worker = this.createWorker();
  private act: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      this.worker?.terminate();
    });
  }

  /** Does `act` after so long, in place of what was to be done before. */
  start(ms: number, act: () => void): void {
    this.act = act;
    if (this.worker) this.worker.postMessage(ms);
    else {
      clearTimeout(this.timer);
      this.timer = setTimeout(act, ms);
    }
  }

  stop(): void {
    this.act = () => undefined;
    clearTimeout(this.timer);
  }

  /** Where workers are forbidden the page's own timers have to do. */
  private createWorker(): Worker | null {
    try {
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      worker.onmessage = () => {
        this.act();
      };
      return worker;
    } catch {
      return null;
    }
  }
}
