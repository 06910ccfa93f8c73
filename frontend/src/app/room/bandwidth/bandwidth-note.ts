import { Component, inject } from '@angular/core';
import { MediaStore } from '../../media/media-store';
import { Icon } from '../../ui/icon/icon';

/** Stands over the picture for as long as the line carries less of it. A toast has said it. */
@Component({
  selector: 'pl-bandwidth-note',
  imports: [Icon],
  template: `
    @if (media.isLowBandwidth()) {
      <p>
        <pl-icon name="info" />
        <span>Low bandwidth mode activated for stability.</span>
      </p>
    }
  `,
  styleUrl: './bandwidth-note.css',
})
export class BandwidthNote {
  protected readonly media = inject(MediaStore);
}
