export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

interface QualityWords {
  /** One word, where it stands beside its person. */
  readonly word: string;
  readonly text: string;
  readonly bars: number;
}

const words: Readonly<Record<Quality, QualityWords>> = {
  excellent: { word: 'Excellent', text: 'Connection: excellent', bars: 3 },
  good: { word: 'Good', text: 'Connection: good', bars: 2 },
  poor: { word: 'Poor', text: 'Connection: poor', bars: 1 },
  lost: { word: 'Lost', text: 'Connection: lost', bars: 0 },
  unknown: { word: 'Measuring', text: 'Connection: measuring', bars: 0 },
};

/** How good a connection is, in words and bars. */
export function qualityWords(quality: Quality): QualityWords {
  return words[quality];
}
