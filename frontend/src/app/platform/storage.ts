import { Service } from '@angular/core';

const prefix = 'peerlearn.';

/** What this browser remembers. Storage may be full, forbidden or hold rubbish: then nothing is remembered. */
@Service()
export class BrowserStorage {
  read(key: string): unknown {
    try {
      const text = localStorage.getItem(prefix + key);
      return text === null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  }

  write(key: string, value: unknown): void {
    try {
      if (value === null) localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, JSON.stringify(value));
    } catch {
      // Nothing depends on being remembered.
    }
  }
}
