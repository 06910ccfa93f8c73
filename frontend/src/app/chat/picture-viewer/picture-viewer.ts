import {
  Component,
  type ElementRef,
  input,
  output,
  viewChild,
  afterNextRender,
} from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { type ChatFile, sizeText } from '../domain/chat-file';

/** A picture of the chat, as large as the window allows. */
@Component({
  selector: 'pl-picture-viewer',
  imports: [Icon],
  template: `
    <dialog #dialog [attr.aria-label]="picture().name" closedby="any" (close)="closed.emit()">
      <div class="bar">
        <span class="name">{{ picture().name }}</span>
        <span class="size">{{ sizeText(picture().bytes) }}</span>
        <a [href]="picture().url" [attr.download]="picture().name">Download</a>
        <button type="button" aria-label="Close" autofocus (click)="dialog.close()">
          <pl-icon name="close" />
        </button>
      </div>
      <img
        [src]="picture().url"
        [alt]="picture().name"
        [attr.width]="picture().width"
        [attr.height]="picture().height"
      />
    </dialog>
  `,
  styleUrl: './picture-viewer.css',
  // It closes the picture, and not what is behind it too.
  host: { '(keydown.escape)': '$event.stopPropagation()' },
})
export class PictureViewer {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly picture = input.required<ChatFile>();
  readonly closed = output();

  protected readonly sizeText = sizeText;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
