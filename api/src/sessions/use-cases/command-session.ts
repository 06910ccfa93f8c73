import { decide, type Rejection, type SessionCommand } from '../domain/decide.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import type { SessionLog } from '../store/session-log.ts';

export type CommandAnswer =
  { readonly done: true } | { readonly rejected: Rejection | 'NO_SUCH_SESSION' };

/** Makes the command, knowing whose page shows the session and what time it is. */
export type MakeCommand = (attending: readonly string[], now: number) => SessionCommand;

/** Loads, decides and appends under one lock, so two callers cannot both do what only one may. */
export class CommandSession {
  constructor(
    private readonly log: SessionLog,
    private readonly rules: SessionRules,
  ) {}

  async run(sessionId: string, make: MakeCommand): Promise<CommandAnswer> {
    const answer = await this.log.change(
      sessionId,
      async (log, attending): Promise<CommandAnswer> => {
        const command = make(attending, log.now);
        const decision = decide(await log.read(), command, log.now, this.rules);
        if ('rejected' in decision) return decision;
        await log.append(decision.events);
        return { done: true };
      },
    );
    return answer ?? { rejected: 'NO_SUCH_SESSION' };
  }
}
