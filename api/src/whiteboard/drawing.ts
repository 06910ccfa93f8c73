import * as Y from 'yjs';

/** What an update of a drawing is, as far as the server has to know. */
export interface ReadDrawing {
  /** It takes away, and adds nothing. */
  readonly isRemoval: boolean;
  /** The uploaded files that it shows: what stands under the name `file` of a shape. */
  readonly fileIds: readonly string[];
}

/**
 * Reads an update, and applies it to an empty document, as every reader will; `null` where that is not
 * possible. It is read lazily first: only then its own word on how much it holds is known to be true.
 */
export function readDrawing(update: Uint8Array): ReadDrawing | null {
  const document = new Y.Doc();
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    if (structs.length === 0 && ds.clients.size === 0) return null;
    Y.applyUpdate(document, update);
    return { isRemoval: structs.length === 0, fileIds: structs.flatMap(filesOf) };
  } catch {
    return null;
  } finally {
    document.destroy();
  }
}

/** A drawing of these shapes, which are told by their identifiers, as one update. */
export function drawingOf(
  shapes: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Uint8Array {
  const document = new Y.Doc();
  try {
    document.transact(() => {
      const board = document.getMap('shapes');
      for (const [id, shape] of Object.entries(shapes)) {
        const entries = Object.entries(shape).map(([key, value]): [string, unknown] => [
          key,
          key === 'points' && Array.isArray(value) ? Y.Array.from(value) : value,
        ]);
        board.set(id, new Y.Map(entries));
      }
    });
    return Y.encodeStateAsUpdate(document);
  } finally {
    document.destroy();
  }
}

function filesOf(struct: object): readonly string[] {
  if (!(struct instanceof Y.Item) || struct.parentSub !== 'file') return [];
  return struct.content.getContent().filter((value: unknown) => typeof value === 'string');
}

/** All updates as one. */
export function mergeDrawings(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates]);
}

/** As `mergeDrawings`, and without what was taken away since it was drawn. */
export function tidyDrawings(updates: readonly Uint8Array[]): Uint8Array {
  const merged = mergeDrawings(updates);
  const document = new Y.Doc({ gc: true });
  try {
    Y.applyUpdate(document, merged);
    return Y.encodeStateAsUpdate(document);
  } catch {
    // Whole as it came, it is still what was drawn.
    return merged;
  } finally {
    document.destroy();
  }
}
