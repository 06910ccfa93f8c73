import { SingleFlight } from './single-flight';

describe('SingleFlight', () => {
  it('PRE-12 does what is asked for meanwhile by one more turn', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let turns = 0;
    const flight = new SingleFlight(() => gates[turns++]?.promise ?? Promise.resolve());
    const all = [flight.run(), flight.run(), flight.run()];
    expect(turns).toBe(1);
    for (const gate of gates) gate.resolve();
    await Promise.all(all);
    expect(turns).toBe(2);
  });

  it('PRE-12 flies again after a failure', async () => {
    let turns = 0;
    const flight = new SingleFlight(() =>
      turns++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    await expectAsync(flight.run()).toBeRejected();
    await flight.run();
    expect(turns).toBe(2);
  });
});
