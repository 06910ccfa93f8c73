import { Service, inject, signal } from '@angular/core';
import { Announcer } from '../platform/announcer';
import { clockText } from '../session/session-words';
import type { Spoken } from './domain/transcript-log';

/** Takes lines of a transcript to the clipboard; provided by what shows them. */
@Service({ autoProvided: false })
export class TranscriptCopy {
  private readonly announcer = inject(Announcer);

  /** What was just done, for who sees the lines; whoever shows it puts it away. */
  readonly done = signal('');

  line({ name, text }: Spoken): void {
    void this.copy(`${name}: ${text}`, 'Line copied');
  }

  all(lines: readonly Spoken[]): void {
    const text = lines
      .filter(({ isFinal }) => isFinal)
      .map((line) => `[${clockText(line.startMs)}] ${line.name}: ${line.text}`);
    void this.copy(text.join('\n'), 'Transcript copied');
  }

  private async copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.announcer.say(done);
      this.done.set(done);
    } catch {
      this.announcer.say('Copying is not allowed here');
    }
  }
}
