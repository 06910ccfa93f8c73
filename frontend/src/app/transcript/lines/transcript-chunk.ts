import { Component, computed, input, output } from '@angular/core';
import { clockText } from '../../session/session-words';
import { Avatar } from '../../ui/avatar/avatar';
import { Icon } from '../../ui/icon/icon';
import { foundIn, pieces } from '../domain/found-text';
import type { Spoken } from '../domain/transcript-log';

/** A mark among many: the how manieth of which line. */
export interface HitPlace {
  readonly lineId: string;
  readonly index: number;
}

/** Whoever goes on speaking is named again after so long. */
const breathMs = 60_000;

/** Some lines of a transcript; those out of sight cost nothing. */
@Component({
  selector: 'pl-transcript-chunk',
  imports: [Avatar, Icon],
  templateUrl: './transcript-chunk.html',
  styleUrl: './transcript-chunk.css',
})
export class TranscriptChunk {
  readonly lines = input.required<readonly Spoken[]>();
  /** What is searched for, as it is compared. */
  readonly search = input('');
  readonly current = input<HitPlace | null>(null);
  readonly copied = output<Spoken>();

  protected readonly rows = computed(() => {
    const lines = this.lines();
    const search = this.search();
    return lines.map((line, at) => ({
      line,
      time: clockText(line.startMs),
      goesOn: goesOn(lines[at - 1], line),
      pieces: pieces(line.text, foundIn(line, search)),
    }));
  });

  protected isCurrent(lineId: string, index: number | null): boolean {
    const current = this.current();
    return current?.lineId === lineId && current.index === index;
  }
}

function goesOn(before: Spoken | undefined, line: Spoken): boolean {
  return before?.personId === line.personId && line.startedAt - before.startedAt < breathMs;
}
