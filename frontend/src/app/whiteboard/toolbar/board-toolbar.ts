import { Component, ElementRef, inject, output, signal } from '@angular/core';
import { BoardCommands } from '../board-commands';
import { BoardIcon } from '../board-icon';
import { BoardTools } from '../board-tools';
import { inkNames } from '../domain/palette';
import { type Ink, type Thickness, inks, thicknesses } from '../domain/shape';
import { type Tool, toolKeys, toolNames } from '../domain/tools';
import { WhiteboardStore } from '../whiteboard-store';

const figureTools = ['line', 'arrow', 'rectangle', 'ellipse'] as const;
type FigureTool = (typeof figureTools)[number];

const thicknessNames: Readonly<Record<Thickness, string>> = {
  fine: 'Fine',
  medium: 'Medium',
  bold: 'Bold',
};

/** What the hand can hold, in which colour, and the way back. */
@Component({
  selector: 'pl-board-toolbar',
  imports: [BoardIcon],
  templateUrl: './board-toolbar.html',
  styleUrl: './board-toolbar.css',
  host: {
    '(document:pointerdown)': 'closeBeside($event)',
    '(keydown.escape)': 'closeByKey($event)',
  },
})
export class BoardToolbar {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly tools = inject(BoardTools);
  protected readonly store = inject(WhiteboardStore);
  protected readonly commands = inject(BoardCommands);

  readonly picture = output<readonly File[]>();

  protected readonly leading: readonly Tool[] = ['select', 'hand', 'pen', 'highlighter', 'eraser'];
  protected readonly figures = figureTools;
  protected readonly writing: readonly Tool[] = ['text', 'note'];
  protected readonly inks = inks;
  protected readonly inkNames = inkNames;
  protected readonly thicknesses = thicknesses;
  protected readonly thicknessNames = thicknessNames;
  protected readonly toolNames = toolNames;
  protected readonly opened = signal<'figures' | 'style' | null>(null);
  /** The figure that was drawn last stands for all. */
  protected readonly figure = signal<FigureTool>('rectangle');

  protected hint(tool: Tool): string {
    return `${toolNames[tool]} (${toolKeys[tool]})`;
  }

  protected choose(tool: Tool): void {
    const figure = figureTools.find((one) => one === tool);
    if (figure) this.figure.set(figure);
    this.tools.choose(tool);
    this.opened.set(null);
  }

  protected isFigure(): boolean {
    return figureTools.some((one) => one === this.tools.tool());
  }

  protected toggle(which: 'figures' | 'style'): void {
    this.opened.update((opened) => (opened === which ? null : which));
  }

  protected dip(ink: Ink): void {
    this.tools.dip(ink);
  }

  protected take(field: HTMLInputElement): void {
    this.picture.emit([...(field.files ?? [])]);
    field.value = '';
  }

  protected closeBeside({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.opened.set(null);
  }

  protected closeByKey(event: Event): void {
    const opened = this.opened();
    if (opened === null) return;
    event.stopPropagation();
    event.preventDefault();
    this.opened.set(null);
    this.host.querySelector<HTMLElement>(`[data-opens=${opened}]`)?.focus();
  }
}
