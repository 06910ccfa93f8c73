import { Component, inject, input, signal } from '@angular/core';
import { Announcer } from '../../platform/announcer';
import { Icon } from '../../ui/icon/icon';

/** Code as it was written, which can be copied. */
@Component({
  selector: 'pl-code-block',
  imports: [Icon],
  template: `
    <div class="head">
      <span>{{ language() || 'Code' }}</span>
      <button type="button" (click)="copy()">
        <pl-icon [name]="isCopied() ? 'check' : 'copy'" />
        {{ isCopied() ? 'Copied' : 'Copy' }}
      </button>
    </div>
    <pre tabindex="0"><code>{{ code() }}</code></pre>
  `,
  styleUrl: './code-block.css',
})
export class CodeBlock {
  private readonly announcer = inject(Announcer);

  readonly code = input.required<string>();
  readonly language = input('');

  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code());
    } catch {
      this.announcer.say('The code could not be copied.');
      return;
    }
    this.isCopied.set(true);
    this.announcer.say('The code was copied.');
  }
}
