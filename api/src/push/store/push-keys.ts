import webPush from 'web-push';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';

/** The pair by which push services know us (VAPID, RFC 8292), in base64url. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

interface Row {
  readonly public_key: string;
  readonly private_key: string;
}

/** Keeps the one key pair of this installation; it is made when it is first asked for. */
export class PushKeys {
  private known: Promise<KeyPair> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async pair(): Promise<KeyPair> {
    this.known ??= this.load();
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      throw error;
    }
  }

  private async load(): Promise<KeyPair> {
    const found = await this.find();
    if (found) return found;
    const made = webPush.generateVAPIDKeys();
    // Replicas that start together all offer a pair, and all go on with the one that came first.
    await this.database.fork().execute(
      `insert into push_key (public_key, private_key, made_at) values (?, ?, ?)
       on conflict (is_only) do nothing`,
      [made.publicKey, made.privateKey, new Date(this.clock.now()).toISOString()],
    );
    const kept = await this.find();
    if (!kept) throw new Error('the key pair of push was gone as soon as it was made');
    return kept;
  }

  private async find(): Promise<KeyPair | null> {
    const [row] = await this.database
      .fork()
      .execute<Row[]>('select public_key, private_key from push_key');
    return row ? { publicKey: row.public_key, privateKey: row.private_key } : null;
  }
}
