export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

/** A letter to one person: what it says and where it leads. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly greeting?: string;
  /** What it is about, in one line. */
  readonly headline: string;
  /** What there is to know, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** What to do; the first is the button. */
  readonly links: readonly LetterLink[];
  readonly closing: string;
  /** A way to have fewer of them. */
  readonly footer?: LetterLink;
}
