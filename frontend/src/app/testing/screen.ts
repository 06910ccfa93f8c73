import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import axe from 'axe-core';

type Name = string | RegExp;

type Inputs<T> = Readonly<Partial<Record<keyof T & string, unknown>>>;

/** What axe has and its types leave out. */
interface Accessibility {
  readonly aria: { getRole(element: Element): string | null };
  readonly dom: { isVisibleToScreenReaders(element: Element): boolean };
  readonly text: { accessibleText(element: Element): string };
}
const accessibility = axe.commons as unknown as Accessibility;

/** A component on the page, seen and used as a person does. */
export interface Screen<T> extends Page {
  readonly component: T;
  set(inputs: Inputs<T>): Promise<void>;
}

/** Shows a component as it is in the app. */
export async function show<T>(component: Type<T>, inputs?: Inputs<T>): Promise<Screen<T>> {
  const fixture = TestBed.createComponent(component);
  const page = new Page(fixture);
  await page.give(inputs ?? {});
  return Object.assign(page, {
    component: fixture.componentInstance,
    set: (changed: Inputs<T>) => page.give(changed),
  });
}

/** What is on the page, by role and name. */
class Page {
  readonly root: HTMLElement;

  constructor(readonly fixture: ComponentFixture<unknown>) {
    this.root = fixture.nativeElement as HTMLElement;
  }

  /** All that is written, with single spaces. */
  get text(): string {
    return textOf(this.root);
  }

  /** The one element with this role and name. */
  get(role: string, name?: Name): HTMLElement {
    const found = this.all(role, name);
    if (found.length === 1 && found[0]) return found[0];
    const there = this.all(role).map((element) => `"${nameOf(element)}"`);
    const wanted = name === undefined ? role : `${role} ${String(name)}`;
    throw new Error(
      `${String(found.length)} × ${wanted}; each ${role}: ${there.join(', ') || 'none'}`,
    );
  }

  all(role: string, name?: Name): readonly HTMLElement[] {
    axe.setup(document.body);
    try {
      return [...this.root.querySelectorAll<HTMLElement>('*')].filter(
        (element) =>
          accessibility.aria.getRole(element) === role &&
          accessibility.dom.isVisibleToScreenReaders(element) &&
          matches(accessibility.text.accessibleText(element), name),
      );
    } finally {
      axe.teardown();
    }
  }

  has(role: string, name?: Name): boolean {
    return this.all(role, name).length > 0;
  }

  async press(role: string, name?: Name): Promise<void> {
    this.get(role, name).click();
    await this.settle();
  }

  async type(name: Name, text: string): Promise<void> {
    const field = this.field(name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.settle();
  }

  async key(element: HTMLElement, key: string, init: KeyboardEventInit = {}): Promise<void> {
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
    await this.settle();
  }

  async give(inputs: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [name, value] of Object.entries(inputs)) {
      this.fixture.componentRef.setInput(name, value);
    }
    await this.settle();
  }

  /** Until all that was begun is done and shown. */
  async settle(): Promise<void> {
    await settled();
    await this.fixture.whenStable();
    await settled();
    await this.fixture.whenStable();
  }

  /** Until what is loaded on demand is there. The test fails by its time limit if it never comes. */
  async until(isSo: () => boolean): Promise<void> {
    do await this.settle();
    while (!isSo());
  }

  field(name: Name): HTMLInputElement | HTMLTextAreaElement {
    const fields = [...this.root.querySelectorAll('input, textarea')].filter((element) => {
      const { labels } = element as HTMLInputElement;
      const label = [...(labels ?? [])].map(textOf).join(' ');
      return matches(element.getAttribute('aria-label') ?? label, name);
    });
    const [field] = fields;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field;
    throw new Error(`There is no field ${String(name)}`);
  }
}

/** Until the promises that can go on have gone on. */
export function settled(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const turn = Promise.withResolvers<void>();
  port1.onmessage = () => {
    port1.close();
    turn.resolve();
  };
  port2.postMessage(null);
  return turn.promise;
}

function nameOf(element: HTMLElement): string {
  axe.setup(document.body);
  const name = accessibility.text.accessibleText(element);
  axe.teardown();
  return name;
}

function matches(text: string, wanted: Name | undefined): boolean {
  if (wanted === undefined) return true;
  const plain = text.replace(/\s+/g, ' ').trim();
  return typeof wanted === 'string' ? plain === wanted : wanted.test(plain);
}

/** The text of an element as it is laid out, with single spaces. */
export function textOf(element: Element): string {
  return (element instanceof HTMLElement ? element.innerText : '').replace(/\s+/g, ' ').trim();
}
