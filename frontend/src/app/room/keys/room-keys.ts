import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';
import { fromEvent, merge } from 'rxjs';
import { type Focus, type KeyPress, commandOf, isTalkPress, talkKey } from '../domain/shortcuts';
import { RoomControls } from '../room-controls';
import { PushToTalk } from './push-to-talk';

const ownKeys = 'dialog, [role=menu], [role=application], [role=listbox], [role=slider]';
const fields = 'input, textarea, select, [contenteditable=""], [contenteditable=true]';
const buttons = 'button, a[href], summary, [role=button], [role=tab], [role=separator]';

/** The keyboard of the room, wherever the focus is in it. */
@Service({ autoProvided: false })
export class RoomKeys {
  private readonly controls = inject(RoomControls);
  private readonly talk = inject(PushToTalk);

  constructor() {
    const document = inject(DOCUMENT);
    const window = document.defaultView ?? globalThis.window;
    const listening = [
      fromEvent<KeyboardEvent>(document, 'keydown').subscribe((event) => {
        this.press(event);
      }),
      fromEvent<KeyboardEvent>(document, 'keyup').subscribe(({ key }) => {
        if (key === talkKey) this.talk.release();
      }),
      // Where the page does not hear the key come up, nobody may go on being heard.
      merge(fromEvent(window, 'blur'), fromEvent(document, 'visibilitychange')).subscribe(() => {
        this.talk.release();
      }),
    ];
    inject(DestroyRef).onDestroy(() => {
      for (const one of listening) one.unsubscribe();
      this.talk.release();
    });
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const press = pressOf(event);
    const command = commandOf(press);
    if (command !== null && this.controls.has(command)) {
      event.preventDefault();
      this.controls.run(command);
    } else if (isTalkPress(press) && this.talk.hold()) event.preventDefault();
  }
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, ctrlKey, altKey, metaKey, shiftKey, repeat, target } = event;
  return {
    key,
    hasModifier: ctrlKey || altKey || metaKey,
    hasShift: shiftKey,
    isRepeat: repeat,
    focus: target instanceof Element ? focusAt(target) : 'free',
  };
}

function focusAt(element: Element): Focus {
  if (element.closest(ownKeys)) return 'own';
  if (element.closest(fields)) return 'text';
  return element.closest(buttons) ? 'button' : 'free';
}
