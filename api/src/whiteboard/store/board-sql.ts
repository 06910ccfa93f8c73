import { keepingFiles } from '../../files/files.ts';
import type { Prepared } from '../../platform/database/database.ts';

// The session cannot end between the look at it and the insert, because its row is held. The row of the
// board is locked by its update, so places have no gaps and no doubles; an identifier that is there
// already fails the whole statement, and with it the count. What is shown of files is kept with it.
export const addStatement: Prepared = {
  name: 'whiteboard-add',
  sql: `with open as (
      select id from session where id = $1 and status <> 'ENDED' for share
    ), place as (
      insert into whiteboard as w (session_id, last_seq, bytes)
        select id, 1, $6::integer from open where $6::integer <= $7::integer
      on conflict (session_id) do update
        set last_seq = w.last_seq + 1, bytes = w.bytes + excluded.bytes
        where w.bytes + excluded.bytes <= $7::integer
      returning session_id, last_seq, snapshot_seq
    ), added as (
      insert into whiteboard_update (session_id, seq, update_id, person_id, drawn_at, content)
        select session_id, last_seq, $2, $3, $4, $5::bytea from place
    ), files as (${keepingFiles('$8', '$1')})
    select exists (select from open) as "isOpen",
      (select last_seq from place) as seq,
      (select snapshot_seq from place) as "snapshotSeq"`,
};

const snapshotColumns = `snapshot_seq as seq, null::uuid as id, null::uuid as "personId",
  ${msOf('snapshot_at')} as "drawnAt", snapshot as content`;
const updateColumns = `seq, update_id as id, person_id as "personId",
  ${msOf('drawn_at')} as "drawnAt", content`;

export const behindStatement: Prepared = {
  name: 'whiteboard-behind',
  sql: `select ${snapshotColumns} from whiteboard where session_id = $1 and snapshot_seq > $2
    union all
    (select ${updateColumns} from whiteboard_update
      where session_id = $1 and seq > $2 order by seq limit $3)
    order by seq limit $3`,
};

export const reachedStatement: Prepared = {
  name: 'whiteboard-reached',
  sql: `select session_id as "sessionId", last_seq as "lastSeq"
    from whiteboard where session_id = any($1::uuid[])`,
};

export const wholeStatement: Prepared = {
  name: 'whiteboard-whole',
  sql: `select part.*, last_seq as "lastSeq", snapshot_seq as "snapshotSeq", bytes
    from whiteboard, lateral (
      select ${snapshotColumns} where snapshot_seq > 0
      union all
      select ${updateColumns} from whiteboard_update u where u.session_id = whiteboard.session_id
    ) part
    where whiteboard.session_id = $1 order by seq`,
};

export const mergeStatement: Prepared = {
  name: 'whiteboard-merge',
  sql: `with replaced as (
      select coalesce(sum(octet_length(content)), 0)::integer as bytes
        from whiteboard_update where session_id = $1 and seq <= $3
    ), merged as (
      update whiteboard w
        set snapshot_seq = $3, snapshot = $4::bytea, snapshot_at = $5,
          bytes = w.bytes - coalesce(octet_length(w.snapshot), 0) - replaced.bytes + $6::integer
        from replaced where session_id = $1 and snapshot_seq = $2
      returning session_id
    ), gone as (
      delete from whiteboard_update u using merged
        where u.session_id = merged.session_id and seq <= $3
    )
    select session_id from merged`,
};

/** The instant of a column in whole milliseconds. */
function msOf(column: string): string {
  return `floor(extract(epoch from ${column}) * 1000)::float8`;
}
