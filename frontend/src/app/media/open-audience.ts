import { InjectionToken } from '@angular/core';
import type { Audience } from './audience';

/** Makes an audience. What it needs is loaded then. */
export const OPEN_AUDIENCE = new InjectionToken<() => Promise<Audience>>('OPEN_AUDIENCE', {
  factory: () => async () => {
    const { LiveKitAudience } = await import('./livekit/livekit-audience');
    return new LiveKitAudience();
  },
});
