import type { Person } from '../../accounts/person.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import { type IceSettings, type WayIn, wayIn } from '../ice-servers.ts';
import { type MediaServer, MediaServerAway } from '../media-server.ts';

export interface OpenMediaCheckOptions {
  readonly server: MediaServer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ice: IceSettings;
}

/** Time for one check of the way to the media server, with much to spare. */
const checkMs = 5 * 60_000;

/** Lets a person try the way to the media server in a room of their own, which belongs to no session. */
export class OpenMediaCheck {
  constructor(private readonly options: OpenMediaCheckOptions) {}

  async run({ id: personId, displayName }: Person): Promise<WayIn | 'MEDIA_AWAY'> {
    const { server, clock, logger, ice } = this.options;
    const validUntil = clock.now() + checkMs;
    try {
      const page = { personId, connectionId: newId() };
      const access = await server.openCheck({ ...page, displayName, validUntil });
      return wayIn(access, ice, personId);
    } catch (error) {
      if (!(error instanceof MediaServerAway)) throw error;
      logger.warn({ personId, err: error }, 'media check not opened');
      return 'MEDIA_AWAY';
    }
  }
}
