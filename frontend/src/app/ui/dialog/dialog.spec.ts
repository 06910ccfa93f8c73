import { Component, viewChild } from '@angular/core';
import { expectAccessible } from '../../testing/accessibility';
import { type Screen, show, textOf } from '../../testing/screen';
import { Dialog } from './dialog';

@Component({
  selector: 'pl-danger',
  imports: [Dialog],
  template: `
    <button type="button" (click)="ask()">Delete</button>
    <pl-dialog
      heading="Delete it?"
      confirmLabel="Yes, delete"
      cancelLabel="Keep"
      (confirmed)="count()"
    >
      It cannot be undone.
    </pl-dialog>
  `,
})
class Danger {
  private readonly dialog = viewChild.required(Dialog);
  confirmations = 0;

  protected ask(): void {
    this.dialog().open();
  }

  protected count(): void {
    this.confirmations++;
  }
}

describe('Dialog', () => {
  let screen: Screen<Danger>;

  beforeEach(async () => {
    screen = await show(Danger);
    screen.get('button', 'Delete').focus();
    await screen.press('button', 'Delete');
  });

  it('LIFE-7 asks, with the harmless answer first at hand', async () => {
    expect(textOf(screen.get('dialog', 'Delete it?'))).toContain('It cannot be undone.');
    expect(document.activeElement).toBe(screen.get('button', 'Keep'));
    await expectAccessible(screen);
  });

  it('LIFE-7 does it when it is confirmed', async () => {
    await screen.press('button', 'Yes, delete');
    expect(screen.component.confirmations).toBe(1);
    expect(screen.has('dialog')).toBe(false);
  });

  it('LIFE-7 does nothing when it is not', async () => {
    await screen.press('button', 'Keep');
    expect(screen.component.confirmations).toBe(0);
    expect(screen.has('dialog')).toBe(false);
  });

  it('ROOM-15 gives the focus back', async () => {
    await screen.press('button', 'Keep');
    expect(document.activeElement).toBe(screen.get('button', 'Delete'));
  });
});
