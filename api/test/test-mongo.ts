import type { Mongo, MongoOptions, MongoProgram, NoMongo } from '../../launcher/mongo.mjs';

type Launcher = typeof import('../../launcher/mongo.mjs');

/** The MongoDB-compatible server of the tests, or why this machine has none. */
export async function findMongo(): Promise<MongoProgram | NoMongo> {
  return await (await launcher()).findMongo();
}

export async function startMongo(program: MongoProgram, options?: MongoOptions): Promise<Mongo> {
  return await (await launcher()).startMongo(program, options);
}

// Compiled tests lie one folder deeper than their sources, so the path is made when they run.
async function launcher(): Promise<Launcher> {
  const path = new URL('../../../launcher/mongo.mjs', import.meta.url).href;
  return (await import(path)) as Launcher;
}
