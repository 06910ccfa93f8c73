import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { type ChatFile, pictureBox, sizeText } from '../domain/chat-file';

/** What goes with a message: a picture in a box of its size, or a file to download. */
@Component({
  selector: 'pl-message-file',
  imports: [Icon],
  template: `
    @if (file().isPicture) {
      <button
        class="picture"
        type="button"
        [attr.aria-label]="'Enlarge ' + file().name"
        (click)="enlarge.emit(file())"
      >
        <img
          alt=""
          decoding="async"
          [src]="file().url"
          [width]="box().width"
          [height]="box().height"
        />
      </button>
    } @else {
      <a class="file" [href]="file().url" [attr.download]="file().name">
        <pl-icon name="file" />
        <span class="words">
          <span class="name">{{ file().name }}</span>
          <span class="size">{{ sizeText(file().bytes) }}</span>
        </span>
      </a>
    }
  `,
  styleUrl: './message-file.css',
})
export class MessageFile {
  readonly file = input.required<ChatFile>();
  readonly enlarge = output<ChatFile>();

  protected readonly sizeText = sizeText;
  protected readonly box = computed(() => pictureBox(this.file()));
}
