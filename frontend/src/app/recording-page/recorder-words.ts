import { Service } from '@angular/core';

/** What Egress waits for on the console of a page that it records; each is said once. */
@Service()
export class RecorderWords {
  private readonly said = new Set<string>();

  /** From now on there is something to record. */
  begin(): void {
    this.say('START_RECORDING');
  }

  /** There is nothing more to come. */
  end(): void {
    this.say('END_RECORDING');
  }

  private say(word: string): void {
    if (this.said.has(word)) return;
    this.said.add(word);
    // eslint-disable-next-line no-console -- it is the one way in which a page speaks to Egress
    console.log(word);
  }
}
