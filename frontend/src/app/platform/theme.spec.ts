import { TestBed } from '@angular/core/testing';
import { FakeStorage } from '../testing/fake-platform';
import { BrowserStorage } from './storage';
import { type Theme, ThemeChoice } from './theme';

describe('ThemeChoice', () => {
  let storage: FakeStorage;
  const shown = () => document.documentElement.dataset['theme'];

  beforeEach(() => {
    storage = new FakeStorage();
    TestBed.configureTestingModule({ providers: [{ provide: BrowserStorage, useValue: storage }] });
  });

  afterEach(() => {
    delete document.documentElement.dataset['theme'];
  });

  const rows: readonly [name: string, remembered: unknown, theme: Theme][] = [
    ['ROOM-13 as the system has it at first', null, 'system'],
    ['ROOM-13 as remembered', 'dark', 'dark'],
    ['ROOM-13 as the system has it for what is not a theme', 'pink', 'system'],
  ];
  for (const [name, remembered, theme] of rows) {
    it(name, () => {
      storage.write('theme', remembered);
      expect(TestBed.inject(ThemeChoice).theme()).toBe(theme);
      expect(shown()).toBe(theme);
    });
  }

  it('ROOM-13 shows and remembers what is chosen', () => {
    TestBed.inject(ThemeChoice).choose('light');
    expect(shown()).toBe('light');
    expect(storage.read('theme')).toBe('light');
  });
});
