let context: CanvasRenderingContext2D | null = null;
const known = new Map<string, number>();
const reference = 100;

/** How wide the browser sets a text in the board's letters. */
export function measureText(text: string, font: number): number {
  const at = known.get(text) ?? widthAt(text);
  return (at * font) / reference;
}

function widthAt(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * reference * 0.55;
  context.font = `${String(reference)}px Inter, sans-serif`;
  const { width } = context.measureText(text);
  // Before the letters are loaded others are measured.
  if (!document.fonts.check(context.font)) return width;
  if (known.size > 5000) known.clear();
  known.set(text, width);
  return width;
}
