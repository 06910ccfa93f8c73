import { Component, ElementRef, afterRenderEffect, inject, input } from '@angular/core';

/** So much a formula may do: what is larger is shown as it was written. */
const bounds = { maxSize: 10, maxExpand: 200 };

/** A formula, set as MathML. One that is faulty is shown as it was written. */
@Component({
  selector: 'pl-formula',
  template: '',
  styles: `
    :host {
      font-family: inherit;
    }

    :host([data-block]) {
      display: block;
      margin-block: var(--space-2);
      overflow: auto hidden;
      text-align: center;
      white-space: normal;
    }
  `,
  host: { '[attr.data-block]': 'isBlock() || null' },
})
export class Formula {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly tex = input.required<string>();
  readonly source = input.required<string>();
  readonly isBlock = input(false);

  constructor() {
    afterRenderEffect(() => {
      this.host.textContent = this.source();
      void this.set(this.tex(), this.isBlock());
    });
  }

  private async set(tex: string, displayMode: boolean): Promise<void> {
    try {
      // Large, and only for whoever meets a formula.
      const { default: katex } = await import('katex');
      const set = document.createElement('span');
      katex.render(tex, set, {
        output: 'mathml',
        displayMode,
        trust: false,
        strict: 'ignore',
        ...bounds,
      });
      if (tex === this.tex()) this.host.replaceChildren(set);
    } catch {
      // It stays as it was written.
    }
  }
}
