import type { Provider } from '@angular/core';
import { LiveKitProbe } from './livekit/livekit-probe';
import { networkProbe } from './network-probe';

/** For the pages that check the way to the media server; not part of what a call needs. */
export function provideNetworkProbe(): Provider[] {
  return [{ provide: networkProbe, useClass: LiveKitProbe }];
}
