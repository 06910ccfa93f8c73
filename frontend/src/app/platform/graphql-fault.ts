/** Why an operation gave no answer, in the words that the pages tell apart. */
export type Fault =
  'signed-out' | 'forbidden' | 'not-found' | 'refused' | 'too-many' | 'failed' | 'unreachable';

const faults: Readonly<Record<string, Fault>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'refused',
  GRAPHQL_VALIDATION_FAILED: 'refused',
  TOO_MANY_REQUESTS: 'too-many',
  INTERNAL_SERVER_ERROR: 'failed',
  SERVICE_UNAVAILABLE: 'unreachable',
};

/** An operation that gave no answer. */
export class GraphqlFailure extends Error {
  override readonly name = 'GraphqlFailure';

  constructor(
    readonly fault: Fault,
    cause: unknown,
  ) {
    super(`GraphQL operation failed: ${fault}`, { cause });
  }
}

/** An error as the server writes it, as far as we read it. */
export interface GraphqlErrorReport {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The server answered with errors. */
export class GraphqlErrors extends Error {
  override readonly name = 'GraphqlErrors';

  constructor(readonly reports: readonly GraphqlErrorReport[]) {
    super(reports.map(({ message }) => message).join('; '));
  }
}

/** The way to the server ended at somebody who does not speak GraphQL, with this status. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(readonly status: number) {
    super(`HTTP status ${String(status)}`);
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof GraphqlFailure) return error.fault;
  if (error instanceof GraphqlErrors) {
    const code = error.reports[0]?.extensions?.['code'];
    return (typeof code === 'string' ? faults[code] : undefined) ?? 'failed';
  }
  if (error instanceof HttpRefusal && error.status === 401) return 'signed-out';
  return 'unreachable';
}

/** Whether the same question may get an answer later. */
export function isPassing(fault: Fault): boolean {
  return fault === 'too-many' || fault === 'failed' || fault === 'unreachable';
}

/** What is said where something that a person pressed came to nothing. */
export function faultText(fault: Fault): string {
  switch (fault) {
    case 'unreachable':
      return 'Unable to connect. Try again.';
    case 'too-many':
      return 'That was done very often. Wait a few minutes, then try again.';
    default:
      return 'That did not work. Try again.';
  }
}
