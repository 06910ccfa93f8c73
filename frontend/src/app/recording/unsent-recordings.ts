import { Service, inject, signal } from '@angular/core';
import { BrowserStorage } from '../platform/storage';

const key = 'recording-unsent';

/** Whether something was recorded in this browser that the server may not have yet. */
@Service()
export class UnsentRecordings {
  private readonly storage = inject(BrowserStorage);
  private readonly noted = signal(this.storage.read(key) === true);

  readonly areThere = this.noted.asReadonly();

  note(areThere: boolean): void {
    this.noted.set(areThere);
    this.storage.write(key, areThere ? true : null);
  }
}
