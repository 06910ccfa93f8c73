export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The system user that a child runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** A program that stays until it is ended. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  isRunning(): boolean;
  /** Ends it the way that suits it, and by force when it takes too long. */
  stop(): Promise<Exit>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<Exit>;
  lastLines(count?: number): string[];
}

export interface ProcessOptions {
  /** What a person calls it. */
  readonly name: string;
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly logFile: string;
  readonly account?: Account | undefined;
  /** Each signal with the milliseconds that the process then gets before the next. */
  readonly stopPlan?: readonly (readonly [NodeJS.Signals, number])[];
  readonly killSignal?: NodeJS.Signals;
  /** Where it is written down while it runs; the checkout's own folder unless given. */
  readonly runDir?: string | undefined;
}

export interface CommandOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly account?: Account | undefined;
  readonly logFile?: string;
  readonly onLine?: ((line: string) => void) | undefined;
  readonly onChunk?: ((chunk: string) => void) | undefined;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CommandResult extends Exit {
  readonly timedOut: boolean;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** Starts a program that stays, in a process group of its own, and writes it down. */
export function startProcess(options: ProcessOptions): Promise<Child>;

/** Runs a program to its end. */
export function runCommand(options: CommandOptions): Promise<CommandResult>;

/** Rejects, in one clear line, as soon as the child ends. */
export function rejectWhenEnded(child: Child): Promise<never>;

export function describeEnd(child: Child, exit: Exit): string;

/** Ends every child of this process at once. */
export function killAll(): Promise<void>;

/** Ends the recorded children whose owner is gone; gives their names. */
export function endOrphans(runDir?: string): Promise<string[]>;

export function isPortFree(port: number, host?: string): Promise<boolean>;

/** The preferred port when nobody has it, else one that the system chooses. */
export function freePort(preferred?: number): Promise<number>;

/** Asks again and again until the answer is yes. */
export function waitUntil(
  isReady: () => boolean | Promise<boolean>,
  options: {
    readonly what: string;
    readonly timeoutMs: number;
    readonly everyMs?: number;
    readonly giveUp?: Promise<never> | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void>;
