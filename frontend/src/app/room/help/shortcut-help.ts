import { Component, computed, inject, output } from '@angular/core';
import { Sheet } from '../../ui/sheet/sheet';
import { keyCap, shortcuts, talkKey } from '../domain/shortcuts';
import { RoomControls } from '../room-controls';

/** The keys of the room, as far as there is something that they do. */
@Component({
  selector: 'pl-shortcut-help',
  imports: [Sheet],
  template: `
    <pl-sheet heading="Keyboard shortcuts" (closed)="closed.emit()">
      <dl>
        @for (row of rows(); track row.key) {
          <div>
            <dt>{{ row.does }}</dt>
            <dd>
              <kbd>{{ row.key }}</kbd>
            </dd>
          </div>
        }
      </dl>
      <p>They do nothing while you type.</p>
    </pl-sheet>
  `,
  styleUrl: './shortcut-help.css',
})
export class ShortcutHelp {
  private readonly controls = inject(RoomControls);

  readonly closed = output();

  protected readonly rows = computed(() => {
    const rows = shortcuts.filter(({ command }) => this.controls.has(command));
    const [first, ...others] = rows.map(({ key, does }) => ({ key: keyCap(key), does }));
    const talk = { key: keyCap(talkKey), does: 'Hold to talk while muted' };
    return first ? [first, talk, ...others] : [talk];
  });
}
