import type { Clock } from '../../platform/clock.ts';
import type { Database, EntityManager, Prepared } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { PushDevice, PushSubscriptionKeys, PushTarget } from '../domain/push-subscription.ts';
import { PushDeviceEntity } from './push-device-entity.ts';

/** So many devices of a person are told; a further one takes the place of the one longest not seen. */
const maxDevices = 10;

export interface NewDevice extends PushSubscriptionKeys {
  readonly personId: string;
  readonly device: string;
}

/** Which device a person means: by its identifier, or by its endpoint. */
export type DeviceChoice = { readonly id: string } | { readonly endpoint: string };

const ownersStatement: Prepared = {
  name: 'push-owners',
  sql: `select distinct person_id as "personId" from push_subscription
    where person_id = any($1::uuid[])`,
};

/** The devices that wish to be told, each under the endpoint of its browser. */
export class PushDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a browser for its person; one that another person used before goes over to this one. */
  save(device: NewDevice): Promise<PushDevice> {
    return this.database.transaction(async (em) => {
      // Two browsers of a person that come at once are counted one after the other.
      await em.execute('select 1 from person where id = ? for no key update', [device.personId]);
      const now = new Date(this.clock.now()).toISOString();
      await em.execute(
        `insert into push_subscription
           (id, person_id, endpoint, p256dh, auth, device, added_at, renewed_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (endpoint) do update set
           person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth,
           device = excluded.device, renewed_at = excluded.renewed_at,
           added_at = case when push_subscription.person_id = excluded.person_id
             then push_subscription.added_at else excluded.added_at end`,
        [
          newId(),
          device.personId,
          device.endpoint,
          device.p256dh,
          device.auth,
          device.device,
          now,
          now,
        ],
      );
      await dropTooMany(em, device.personId, device.endpoint);
      return await em.findOneOrFail(PushDeviceEntity, { endpoint: device.endpoint });
    });
  }

  /** The one that was seen last comes first. */
  async of(personId: string): Promise<readonly PushDevice[]> {
    return await this.rows(personId);
  }

  /** Who of these people has a device at all. */
  async owners(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.run<{ personId: string }>(ownersStatement, [personIds]);
    return new Set(rows.map(({ personId }) => personId));
  }

  async targetsOf(personId: string): Promise<readonly PushTarget[]> {
    return await this.rows(personId);
  }

  /** Forgets a device of the person; says whether there was one. */
  async remove(personId: string, choice: DeviceChoice): Promise<boolean> {
    const gone = await this.database.fork().nativeDelete(PushDeviceEntity, { personId, ...choice });
    return gone > 0;
  }

  /** Forgets one that its push service reports gone, unless it has come back with other keys. */
  async forget({ id, auth, endpoint }: PushTarget): Promise<void> {
    await this.database.fork().nativeDelete(PushDeviceEntity, { id, auth, endpoint });
  }

  private rows(personId: string): Promise<PushDeviceEntity[]> {
    return this.database
      .fork()
      .find(
        PushDeviceEntity,
        { personId },
        { orderBy: { renewedAt: 'desc', id: 'desc' }, disableIdentityMap: true },
      );
  }
}

async function dropTooMany(em: EntityManager, personId: string, newest: string): Promise<void> {
  await em.execute(
    `delete from push_subscription where person_id = ? and id not in (
       select id from push_subscription where person_id = ?
       order by (endpoint = ?) desc, renewed_at desc, id desc limit ?)`,
    [personId, personId, newest, maxDevices],
  );
}
