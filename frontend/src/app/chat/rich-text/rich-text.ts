import { Component, computed, input } from '@angular/core';
import { richText } from '../domain/rich-text';
import { CodeBlock } from './code-block';
import { Formula } from './formula';

/** What somebody wrote, with its links, code and formulas. Only text is ever made of it, no markup. */
@Component({
  selector: 'pl-rich-text',
  imports: [CodeBlock, Formula],
  templateUrl: './rich-text.html',
  styles: `
    a {
      color: inherit;
    }

    code {
      padding: 0.1em 0.35em;
      border-radius: 0.3rem;
      background: var(--color-calm-soft);
      font-size: 0.9em;
    }
  `,
})
export class RichText {
  readonly text = input.required<string>();

  protected readonly pieces = computed(() => richText(this.text()));
}
