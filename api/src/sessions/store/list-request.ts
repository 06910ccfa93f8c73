export type SessionFilter = 'UPCOMING' | 'PAST';

/** Place in a list of sessions: its order is by start, then by identifier. */
export interface ListPosition {
  readonly startsAt: number;
  readonly id: string;
}

export interface ListRequest {
  readonly personId: string;
  readonly filter: SessionFilter;
  readonly first: number;
  readonly after: ListPosition | null;
  /** Only those of the course. */
  readonly courseId?: string | null;
}
