import { InjectionToken } from '@angular/core';
import type { CallAccess } from './call';

/** The parts of the way to the media server, in the order in which they are tried. */
export type NetworkPart = 'websocket' | 'udp' | 'tcp' | 'relay' | 'bandwidth';

/** What trying a part has shown; figures are there where they were measured. */
export interface Finding {
  /**
   * `failed`: it was refused; `no-answer`: nothing came back in time. `not-offered`: the server has
   * none of it, `not-here`: this browser has none of it in this place; so nothing could be tried.
   */
  readonly outcome: 'working' | 'failed' | 'no-answer' | 'not-offered' | 'not-here';
  /** How long it took to connect. */
  readonly connectMs?: number;
  /** How long there and back again. */
  readonly roundTripMs?: number;
  readonly upKbps?: number;
  /** Share of what was sent that did not arrive, 0 to 1. */
  readonly lossShare?: number;
}

/** Tries the way to the media server. */
export interface NetworkProbe {
  /** Never rejects: what goes wrong is a finding. */
  try(part: NetworkPart, access: CallAccess): Promise<Finding>;
}

export const networkProbe = new InjectionToken<NetworkProbe>('network probe');
