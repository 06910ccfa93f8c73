import type { PersonReader } from '../accounts/person.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { BoardPulse } from './board-pulse.ts';
import { boardRules } from './domain/board-rules.ts';
import { WhiteboardResolver } from './graphql/whiteboard-resolver.ts';
import { BoardStore } from './store/board-store.ts';
import { Draw } from './use-cases/draw.ts';
import { MergeBoard } from './use-cases/merge-board.ts';

export { drawingOf } from './drawing.ts';

export const whiteboardResolvers = [WhiteboardResolver];

export interface WhiteboardOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly wakeUps: WakeUps;
  readonly sessions: Sessions;
  readonly people: PersonReader;
  readonly logger: Logger;
}

export interface Whiteboards extends AsyncDisposable {
  readonly resolvers: readonly object[];
  readonly merging: MergeBoard;
  readonly draw: Draw;
  start(): void;
}

/** What the two draw together during a session, and is kept with it. */
export function createWhiteboards(options: WhiteboardOptions): Whiteboards {
  const { database, clock, wakeUps, sessions, people, allowances } = options;
  const boards = new BoardStore(database);
  const merging = new MergeBoard(boards, clock);
  const background = new Background(options.logger);
  const pulse = new BoardPulse({ boards, wakeUps, logger: options.logger });
  const draw = new Draw({ boards, merging, background, wakeUps, clock, rules: boardRules });
  const { access } = sessions;
  return {
    merging,
    draw,
    resolvers: [new WhiteboardResolver({ access, people, boards, draw, allowances, wakeUps })],
    start() {
      pulse.start();
    },
    [Symbol.asyncDispose]: async () => {
      await pulse[Symbol.asyncDispose]();
      await background[Symbol.asyncDispose]();
    },
  };
}
