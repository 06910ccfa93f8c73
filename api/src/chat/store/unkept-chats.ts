import type { Files } from '../../files/files.ts';
import type { Database } from '../../platform/database/database.ts';

const atOnce = 500;

/** The lines of ended sessions whose course did not keep chats by then. */
const linesNotKept = `
  select message.session_id, message.id
    from course
    join session on session.course_id = course.id and session.status = 'ENDED'
      and coalesce(session.actual_end, session.changed_at) >= course.chat_unkept_since
    join chat_message as message on message.session_id = session.id
    where course.chat_unkept_since is not null`;

/** Deletes what a course does not keep of the chats of its sessions, and lets go of the files in it. */
export class UnkeptChats {
  constructor(
    private readonly database: Database,
    private readonly files: Pick<Files, 'release'>,
  ) {}

  /** Deletes a portion; says how many lines. */
  async forget(): Promise<number> {
    return await this.delete(linesNotKept, []);
  }

  /** Deletes the chat of an ended session, where it is not to be kept. */
  async forgetSession(sessionId: string): Promise<void> {
    const ofSession = `${linesNotKept} and session.id = ?`;
    let count = atOnce;
    while (count === atOnce) count = await this.delete(ofSession, [sessionId]);
  }

  private async delete(lines: string, values: readonly string[]): Promise<number> {
    const rows = await this.database.fork().execute<{ file_ids: readonly string[] }[]>(
      `delete from chat_message where (session_id, id) in (${lines} limit ${String(atOnce)})
         returning file_ids`,
      [...values],
    );
    const fileIds = rows.flatMap((row) => row.file_ids);
    if (fileIds.length > 0) await this.files.release(fileIds);
    return rows.length;
  }
}
