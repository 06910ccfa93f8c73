/** Finds out, piece by piece, whether bytes are text that people can read: UTF-8 without control characters. */
export class TextCheck {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isReadable = true;

  look(bytes: Uint8Array): void {
    if (this.isReadable)
      this.isReadable = this.reads(() => this.decoder.decode(bytes, { stream: true }));
  }

  /** Whether all of it was text. */
  end(): boolean {
    return this.isReadable && this.reads(() => this.decoder.decode());
  }

  private reads(decode: () => string): boolean {
    try {
      return !controls.test(decode());
    } catch {
      return false;
    }
  }
}

// Tab, line feed, form feed, carriage return and escape (in logs of terminals) are what text has.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;
