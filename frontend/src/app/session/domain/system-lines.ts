/** What happened, as far as it is worth a line between the messages. */
interface Happening {
  readonly cursor: string;
  readonly type: string;
  readonly at: number;
}

export interface SystemLine {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

const words: Readonly<Record<string, string>> = {
  SESSION_PAUSED: 'The session is paused',
  SESSION_RESUMED: 'The session goes on',
};

/** The system's lines: the start from the session itself, so that it is there after a reload too. */
export function systemLines(
  actualStart: number | null,
  actualEnd: number | null,
  happenings: readonly Happening[],
): readonly SystemLine[] {
  const live = happenings.flatMap(({ cursor, type, at }) => {
    const text = words[type];
    return text === undefined ? [] : [{ id: cursor, text, at }];
  });
  return [
    ...(actualStart === null
      ? []
      : [{ id: 'start', text: 'The session has started', at: actualStart }]),
    ...live,
    ...(actualEnd === null ? [] : [{ id: 'end', text: 'The session has ended', at: actualEnd }]),
  ];
}
