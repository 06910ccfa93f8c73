export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

interface QualityWords {
  readonly text: string;
  readonly bars: number;
}

const words: Readonly<Record<Quality, QualityWords>> = {
  excellent: { text: 'Connection: excellent', bars: 3 },
  good: { text: 'Connection: good', bars: 2 },
  poor: { text: 'Connection: poor', bars: 1 },
  lost: { text: 'Connection: lost', bars: 0 },
  unknown: { text: 'Connection: measuring', bars: 0 },
};

/** How good the own connection is, in words and bars. */
export function qualityWords(quality: Quality): QualityWords {
  return words[quality];
}
