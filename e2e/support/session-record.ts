import { Client } from 'pg';

/** One entry of what was stored of a session. */
export interface Entry {
  readonly type: string;
  readonly at: number;
}

/** What the database keeps of a session, read past the API. */
export class SessionRecord {
  private readonly databaseUrl: string;
  private readonly sessionId: string;

  constructor(databaseUrl: string, sessionId: string) {
    this.databaseUrl = databaseUrl;
    this.sessionId = sessionId;
  }

  /** The turns of the session's life in the order of its log: started, paused, resumed, ended. */
  async turns(): Promise<readonly Entry[]> {
    const rows = await this.rows<{ type: string; at: Date }>(
      `select type, at from session_event
       where session_id = $1 and type in
         ('SESSION_WAITING', 'SESSION_STARTED', 'SESSION_PAUSED', 'SESSION_RESUMED', 'SESSION_ENDED')
       order by seq`,
    );
    return rows.map(({ type, at }) => ({ type, at: at.getTime() }));
  }

  async turnTypes(): Promise<readonly string[]> {
    return (await this.turns()).map(({ type }) => type);
  }

  /** What failed for whom and works again, such as `SOCKET`, each person and kind once, sorted. */
  async recoveries(): Promise<readonly string[]> {
    const rows = await this.rows<{ kind: string }>(
      `select distinct began.person_id, began.payload->>'kind' as kind
       from session_event began join session_event ended
         on ended.session_id = began.session_id and ended.person_id = began.person_id
         and ended.payload->>'issueId' = began.payload->>'issueId' and ended.seq > began.seq
       where began.session_id = $1 and began.type = 'TECH_ISSUE' and ended.type = 'TECH_ISSUE_OVER'`,
    );
    return rows.map(({ kind }) => kind).sort();
  }

  /** The text of every line of the chat, in order. */
  async lines(): Promise<readonly string[]> {
    const rows = await this.rows<{ text: string }>(
      'select text from chat_message where session_id = $1 order by seq',
    );
    return rows.map(({ text }) => text);
  }

  /** The plan in its order, each topic with how it stands. */
  async topics(): Promise<readonly string[]> {
    const rows = await this.rows<{ title: string; done_at: Date | null }>(
      'select title, done_at from topic where session_id = $1 order by position',
    );
    return rows.map(({ title, done_at: doneAt }) => `${title} ${doneAt ? 'DONE' : 'OPEN'}`);
  }

  /** The text of every annotation that both may read, sorted. */
  async annotations(): Promise<readonly string[]> {
    const rows = await this.rows<{ text: string }>(
      `select text from annotation
       where session_id = $1 and withdrawn_at is null and not is_private`,
    );
    return rows.map(({ text }) => text).sort();
  }

  private async rows<Row extends object>(query: string): Promise<readonly Row[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<Row>(query, [this.sessionId]);
      return rows;
    } finally {
      await client.end();
    }
  }
}
