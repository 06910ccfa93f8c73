import { Component, computed, input } from '@angular/core';

/** Icons that only the whiteboard needs; strokes on a 24 × 24 grid, as all others. */
const paths = {
  select: 'M5 3.5 19 11l-6 2-2.5 6.5Z',
  hand: 'M8 12.5V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 6.5-5.5 6.5S7 19 5.5 16L4 13.2c-.8-1.4 1-2.6 2.2-1.4Z',
  pen: 'M4 20l1-4.5L16 4.5a2.1 2.1 0 0 1 3 3L8 18.5ZM14 6.5l3 3',
  highlighter: 'M9 13.5 16.5 4l4 3.5L13 17l-5 1ZM9 13.5l4 3.5M4 21h12',
  eraser:
    'M4.5 15 13 5.5a2 2 0 0 1 2.8-.1l4 3.6a2 2 0 0 1 .1 2.8L13 19.5H8.5ZM9 10l6.5 6M6 19.5h14',
  line: 'M5 19 19 5',
  arrow: 'M5 19 19 5M10 5h9v9',
  rectangle:
    'M5.5 6h13A1.5 1.5 0 0 1 20 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 16.5v-9A1.5 1.5 0 0 1 5.5 6Z',
  ellipse: 'M12 18.5c4.7 0 8.5-2.9 8.5-6.5s-3.8-6.5-8.5-6.5S3.5 8.4 3.5 12s3.8 6.5 8.5 6.5Z',
  text: 'M5 6.5V4.5h14v2M12 4.5v15M9 19.5h6',
  note: 'M5 4h14a1 1 0 0 1 1 1v9l-6 6H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM20 14h-6v6',
  picture:
    'M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5ZM3.5 16l5-5 4 4 3-3 5 4.5M15.5 9v.01',
  undo: 'M8.5 4 4 8.5 8.5 13M4 8.5h10a6 6 0 0 1 0 12H9',
  redo: 'M15.5 4 20 8.5 15.5 13M20 8.500H10a6 6 0 0 0 0 12h5',
  'zoom-in': 'M12 5v14M5 12h14',
  'zoom-out': 'M5 12h14',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.01M4 12v.01M4 18v.01',
  save: 'M12 4v11M7 10.500l5 5 5-5M4.5 20h15',
  clear: 'M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13',
  edit: 'M4 20l1-4.500L16 4.500a2.1 2.1 0 0 1 3 3L8 18.500Z',
  close: 'M6 6l12 12M18 6 6 18',
} as const;

export type BoardIconName = keyof typeof paths;

/** A picture that stands beside words; it says nothing by itself. */
@Component({
  selector: 'pl-board-icon',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>
  `,
  styleUrl: './board-icon.css',
})
export class BoardIcon {
  readonly name = input.required<BoardIconName>();

  protected readonly path = computed(() => paths[this.name()]);
}
