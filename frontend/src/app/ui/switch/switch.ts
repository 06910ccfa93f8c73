import { Component, input, output } from '@angular/core';

/** Something that is on or off. It shows what counts, so a change that was taken back is seen. */
@Component({
  selector: 'pl-switch',
  template: `
    <label>
      <span>
        {{ label() }}
        @if (hint(); as text) {
          <small>{{ text }}</small>
        }
      </span>
      <input #box type="checkbox" role="switch" [checked]="isOn()" (change)="turn(box)" />
    </label>
  `,
  styleUrl: './switch.css',
})
export class Switch {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly isOn = input.required<boolean>();
  readonly turned = output<boolean>();

  protected turn(box: HTMLInputElement): void {
    const wanted = box.checked;
    box.checked = this.isOn();
    this.turned.emit(wanted);
  }
}
