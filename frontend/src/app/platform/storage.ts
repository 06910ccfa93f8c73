import { Service } from '@angular/core';

const prefix = 'peerlearn.';
/** Begins each key under which stands what somebody wrote or read. */
const own = `${prefix}own.`;

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

  /** Forgets what people wrote and read here: the device may be another's next. */
  forgetOwn(): void {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(own));
      for (const key of keys) localStorage.removeItem(key);
    } catch {
      // What cannot be read holds nothing.
    }
  }
}
