import { DOCUMENT, Directive, ElementRef, effect, inject, input } from '@angular/core';
import { type Figure, figuresOf } from './domain/figures';
import type { Shape } from './domain/shape';
import { strokePath } from './stroke-path';

const space = 'http://www.w3.org/2000/svg';

/** Draws a shape into its group, and again whenever it is another. */
@Directive({ selector: '[plShape]' })
export class ShapeFigures {
  private readonly document = inject(DOCUMENT);

  readonly plShape = input.required<Shape>();

  constructor() {
    const group = inject<ElementRef<SVGGElement>>(ElementRef).nativeElement;
    effect(() => {
      group.replaceChildren(...figuresOf(this.plShape(), strokePath).map((one) => this.draw(one)));
    });
  }

  private draw({ tag, attributes, lines = [] }: Figure): SVGElement {
    const element = this.element(tag, attributes);
    for (const { x, y, text } of lines) {
      const line = this.element('tspan', { x, y });
      line.textContent = text;
      element.append(line);
    }
    // Blanks are as they were written.
    if (tag === 'text') element.style.whiteSpace = 'pre';
    return element;
  }

  private element(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
    const element = this.document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, String(value));
    }
    return element;
  }
}
