import type { ConnectionEvent, LeaveReason } from './session-event.ts';
import { type Span, union } from './spans.ts';

/**
 * What is known of one connection: the join of all observations of it, so their order and repetition
 * do not matter. `null` where nothing is known.
 */
export interface Connection {
  readonly sid: string;
  readonly owner: { readonly personId: string; readonly connectionId: string } | null;
  readonly joinedAt: number | null;
  readonly left: { readonly at: number; readonly reason: LeaveReason } | null;
  /** Last sign of life after it joined. */
  readonly aliveAt: number | null;
  /** Last time at which it was found absent. */
  readonly absentAt: number | null;
  /** When it was there and nothing came over it, in order and apart from each other. */
  readonly silences: readonly Span[];
}

/** All connections of a session, by `sid`. */
export type Connections = ReadonlyMap<string, Connection>;

export const noConnections: Connections = new Map();

/** Adds an observation; gives the same object where it adds nothing. */
export function observe(connections: Connections, event: ConnectionEvent): Connections {
  const { sid } = event.payload;
  const known = connections.get(sid) ?? unknownConnection(sid);
  const next = join(known, event);
  return isSame(known, next) ? connections : new Map(connections).set(sid, next);
}

/** When the connection ended, as far as is known; `null` while it is open. */
export function endOf(connection: Connection): number | null {
  const { left, absentAt } = connection;
  if (left) return left.at;
  if (absentAt === null) return null;
  const aliveAt = Math.max(connection.aliveAt ?? -Infinity, connection.joinedAt ?? -Infinity);
  return aliveAt > absentAt ? null : aliveAt;
}

function unknownConnection(sid: string): Connection {
  const nothing = { owner: null, joinedAt: null, left: null, aliveAt: null, absentAt: null };
  return { sid, ...nothing, silences: [] };
}

function join(known: Connection, event: ConnectionEvent): Connection {
  const { at } = event;
  switch (event.type) {
    case 'CONNECTION_JOINED':
      return {
        ...known,
        owner: earlierOwner(known, {
          personId: event.personId,
          connectionId: event.payload.connectionId,
        }),
        joinedAt: Math.min(known.joinedAt ?? at, at),
      };
    case 'CONNECTION_LEFT':
      return { ...known, left: earlierLeave(known.left, { at, reason: event.payload.reason }) };
    case 'CONNECTION_LOST':
      return {
        ...known,
        aliveAt: later(known.aliveAt, Math.min(event.payload.lastSeenAt, at)),
        absentAt: later(known.absentAt, at),
      };
    case 'CONNECTION_SEEN':
      return { ...known, aliveAt: later(known.aliveAt, at) };
    case 'CONNECTION_SILENT':
      return { ...known, silences: added(known.silences, { from: event.payload.from, to: at }) };
    default:
      return event satisfies never;
  }
}

function later(known: number | null, at: number): number {
  return Math.max(known ?? at, at);
}

/** What lies within a known silence leaves the same list. */
function added(known: readonly Span[], told: Span): readonly Span[] {
  if (told.from >= told.to) return known;
  if (known.some(({ from, to }) => from <= told.from && told.to <= to)) return known;
  return union([...known, told]).map(({ from, to }) => ({ from, to: to ?? from }));
}

type Owner = NonNullable<Connection['owner']>;
type Leave = NonNullable<Connection['left']>;

/** A `sid` has one owner; should two be told, the smaller name is taken, whatever came first. */
function earlierOwner({ owner }: Connection, told: Owner): Owner {
  if (!owner) return told;
  return `${told.personId} ${told.connectionId}` < `${owner.personId} ${owner.connectionId}`
    ? told
    : owner;
}

function earlierLeave(known: Leave | null, told: Leave): Leave {
  if (!known || told.at < known.at) return told;
  return told.at === known.at && told.reason < known.reason ? told : known;
}

/** What an observation leaves as it was stays the same object. */
function isSame(a: Connection, b: Connection): boolean {
  const fields = ['owner', 'joinedAt', 'left', 'aliveAt', 'absentAt', 'silences'] as const;
  return fields.every((field) => a[field] === b[field]);
}
