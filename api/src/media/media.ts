import { type RequestHandler, Router, text } from 'express';
import type { PersonReader } from '../accounts/person.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Presence } from '../presence/presence.ts';
import type { SessionMeter, Sessions } from '../sessions/sessions.ts';
import { MediaCheckResolver } from './graphql/media-check-resolver.ts';
import { MediaResolver } from './graphql/media-resolver.ts';
import type { IceSettings } from './ice-servers.ts';
import { ForgedNotice, type MediaServer } from './media-server.ts';
import { RoomKeeper } from './room-keeper.ts';
import { EnterRoom } from './use-cases/enter-room.ts';
import { HearNotice, type HearOptions } from './use-cases/hear-notice.ts';
import { JoinSession } from './use-cases/join-session.ts';
import { OpenMediaCheck } from './use-cases/open-media-check.ts';
import { UseHere } from './use-cases/use-here.ts';

export const mediaResolvers = [MediaResolver, MediaCheckResolver];

/** Where the media server posts its notices. */
export const noticePath = '/media/notices';

export interface MediaOptions {
  readonly server: MediaServer;
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly people: PersonReader;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly logger: Logger;
  readonly ice: IceSettings;
  readonly meter: Pick<SessionMeter, 'mediaFailed'>;
  readonly recording?: HearOptions['recording'];
}

export interface Media extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** Answers the media server's posts below `noticePath`. */
  readonly handler: RequestHandler;
  start(): void;
  /** Rejects where the media server does not answer. */
  checkHealth(): Promise<void>;
}

/** Rooms for sessions: the way in, and what the media server tells of them. */
export function createMedia(options: MediaOptions): Media {
  const { server, sessions, people, clock, allowances, logger, ice } = options;
  const check = new OpenMediaCheck({ server, clock, logger, ice });
  const background = new Background(logger);
  const keeper = new RoomKeeper({ server, sessions, background });
  const hear = new HearNotice(options);
  return {
    resolvers: [
      new MediaResolver(sessions.access, {
        join: new JoinSession(sessions, server, logger, ice),
        enter: new EnterRoom(options),
        useHere: new UseHere(server, logger),
      }),
      new MediaCheckResolver(people, check, allowances),
    ],
    handler: noticeHandler(server, hear, { clock, logger }),
    start: () => {
      keeper.start();
    },
    checkHealth: async () => {
      await server.openRooms();
    },
    [Symbol.asyncDispose]: async () => {
      await keeper[Symbol.asyncDispose]();
      await background[Symbol.asyncDispose]();
    },
  };
}

/** What is not put into the log is not acknowledged, so that the media server tells it again. */
function noticeHandler(
  server: MediaServer,
  hear: HearNotice,
  { clock, logger }: { clock: Clock; logger: Logger },
): RequestHandler {
  const router = Router();
  router.post('/', text({ type: () => true, limit: '256kb' }), async (request, response) => {
    const receivedAt = clock.now();
    const signature = request.get('authorization') ?? '';
    try {
      const notice = await server.readNotice(String(request.body), signature, receivedAt);
      if (notice) await hear.run(notice);
      response.sendStatus(200);
    } catch (error) {
      const isForged = error instanceof ForgedNotice;
      logger.warn({ err: error }, isForged ? 'notice refused' : 'notice not heard');
      response.sendStatus(isForged ? 401 : 500);
    }
  });
  return router;
}
