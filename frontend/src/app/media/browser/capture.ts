/** Sound first: cleaned of echo and noise at the source. */
export const soundCapture = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  voiceIsolation: true,
} as const;

/** What a call of two is shown in. */
export const pictureCapture = {
  width: 1280,
  height: 720,
  frameRate: 30,
  aspectRatio: 16 / 9,
} as const;
