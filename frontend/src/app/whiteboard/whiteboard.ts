import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { faultText } from '../platform/graphql-fault';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Menu } from '../ui/menu/menu';
import { MenuItem } from '../ui/menu/menu-item';
import { BoardCommands } from './board-commands';
import { type ExportKind, saveBoard } from './board-export';
import { BoardIcon } from './board-icon';
import { BoardPictures } from './board-pictures';
import { BoardPointers } from './board-pointers';
import { BoardTools } from './board-tools';
import { BoardVoice } from './board-voice';
import type { Point } from './domain/geometry';
import { boardColours } from './domain/palette';
import { type Command, commandOf } from './domain/tools';
import { BoardList } from './list/board-list';
import { BoardSurface } from './surface/board-surface';
import { BoardToolbar } from './toolbar/board-toolbar';
import { WhiteboardStore } from './whiteboard-store';

/** A sheet on which both draw at once. */
@Component({
  selector: 'pl-whiteboard',
  imports: [BoardIcon, BoardList, BoardSurface, BoardToolbar, Button, Dialog, Menu, MenuItem],
  templateUrl: './whiteboard.html',
  styleUrl: './whiteboard.css',
  providers: [
    ...[BoardCommands, BoardPictures, BoardPointers, BoardTools, BoardVoice],
    WhiteboardStore,
  ],
  host: {
    role: 'region',
    'aria-label': 'Whiteboard',
    '(keydown)': 'key($event)',
    '(paste)': 'paste($event)',
    '(dragover)': 'over($event)',
    '(drop)': 'drop($event)',
  },
})
export class Whiteboard {
  private readonly commands = inject(BoardCommands);
  private readonly pointers = inject(BoardPointers);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly surface = viewChild.required(BoardSurface);
  private readonly clearing = viewChild.required<Dialog>('clearing');
  protected readonly pictures = inject(BoardPictures);
  protected readonly store = inject(WhiteboardStore);
  protected readonly tools = inject(BoardTools);

  readonly sessionId = input.required<string>();
  readonly selfId = input.required<string>();
  readonly otherName = input('');
  /** While it is not shown, it goes on in the background. */
  readonly isShown = input(true);
  /** What files are called. */
  readonly heading = input('');
  /** Where the other one points at on the board. */
  readonly otherPoint = input<Point | null>(null);
  readonly point = output<Point>();
  readonly closed = output();

  protected readonly isListOpen = signal(false);
  protected readonly isMenuOpen = signal(false);
  private readonly failure = signal<string | null>(null);
  protected readonly viewer = computed(() => ({
    selfId: this.selfId(),
    otherName: this.otherName(),
  }));
  protected readonly percent = computed(
    () => `${String(Math.round(this.tools.view().zoom * 100))} %`,
  );
  protected readonly saving = computed(() => {
    if (!this.store.isLoaded()) return 'Loading…';
    const words = { saved: 'Saved', saving: 'Saving…', offline: 'Offline, kept on this device' };
    return words[this.store.saving()];
  });
  protected readonly problem = computed(() => {
    const fault = this.store.fault();
    const told = this.store.problem() ?? this.pictures.problem() ?? this.failure();
    return told ?? (fault && faultText(fault));
  });

  constructor() {
    for (const [name, value] of Object.entries(boardColours())) {
      this.host.style.setProperty(name, value);
    }
    const voice = inject(BoardVoice);
    effect(() => {
      const [sessionId, selfId, otherName] = [this.sessionId(), this.selfId(), this.otherName()];
      untracked(() => {
        voice.speakOf(otherName);
        this.store.open(sessionId, selfId);
      });
    });
    const injector = inject(Injector);
    effect(() => {
      if (!this.isShown()) return;
      afterNextRender(
        () => {
          this.focus();
        },
        { injector },
      );
    });
    let isFitted = false;
    effect(() => {
      const isReady = this.store.isLoaded() && this.tools.size().w > 0;
      if (!isReady || isFitted) return;
      isFitted = true;
      untracked(() => {
        if (this.store.shapes().length > 0) this.tools.fit();
      });
    });
  }

  /** The keyboard goes to the sheet. */
  focus(): void {
    this.surface().focus();
  }

  protected key(event: KeyboardEvent): void {
    if (event.defaultPrevented || isField(event.target) || this.tools.writing()) return;
    const { key, ctrlKey, metaKey, shiftKey: isShift, altKey: isAlt } = event;
    // A button has its own Enter, and lists and menus their own ways about.
    if (isOnButton(event) && /^(Enter|Arrow|Page|Delete|Backspace)/.test(key)) return;
    const command = commandOf({ key, isCommand: ctrlKey || metaKey, isShift, isAlt });
    if (command && this.run(command)) event.preventDefault();
  }

  private run(command: Command): boolean {
    if (command.kind === 'escape') this.pointers.cancel();
    if (command.kind === 'picture') {
      this.host.querySelector<HTMLElement>('[data-action=picture]')?.click();
    } else if (command.kind === 'close') {
      this.closed.emit();
    } else return this.commands.run(command);
    return true;
  }

  protected paste(event: ClipboardEvent): void {
    if (isField(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.addPictures(files);
  }

  protected over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.addPictures(files, this.surface().boardAt(event));
  }

  protected addPictures(files: readonly File[], at = this.commands.middle()): void {
    void this.pictures.add(this.sessionId(), files, at);
  }

  protected askToClear(): void {
    if (this.store.shapes().length > 0) this.clearing().open();
  }

  protected clear(): void {
    this.commands.clear();
    this.focus();
  }

  protected async save(kind: ExportKind): Promise<void> {
    this.dismissMenu();
    this.failure.set(null);
    try {
      await saveBoard(this.store.shapes(), this.heading(), kind);
    } catch {
      this.failure.set('The file could not be made. Try again.');
    }
  }

  protected dismissMenu(): void {
    this.isMenuOpen.set(false);
    this.host.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
  }

  protected zoom(kind: 'zoom-in' | 'zoom-out' | 'fit'): void {
    this.commands.run({ kind });
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

function isOnButton({ target }: Event): boolean {
  return target instanceof Element && target.closest('button, [role=menu]') !== null;
}
