import { isAway } from './is-away.ts';

const coded = (code: string) => Object.assign(new Error('it failed'), { code });

describe('isAway', () => {
  const away: Readonly<Record<string, unknown>> = {
    'a refused connection': coded('ECONNREFUSED'),
    'a server that shuts down': coded('57P01'),
    'a server that recovers': coded('57P03'),
    'no free connection': coded('53300'),
    'a connection that ended': new Error('Connection terminated unexpectedly'),
    'a connection that was not made in time': new Error('timeout exceeded when trying to connect'),
    'the cause of another error': new Error('wrapped', { cause: coded('ECONNRESET') }),
    'one of several addresses': new AggregateError([coded('ECONNREFUSED')], ''),
  };
  for (const [what, error] of Object.entries(away)) {
    it(`FAIL-12 ${what} is one`, () => {
      expect(isAway(error)).toBe(true);
    });
  }

  const own: Readonly<Record<string, unknown>> = {
    'a broken rule of a table': coded('23505'),
    'a wrong statement': coded('42601'),
    'a fault of ours': new TypeError('x is undefined'),
    nothing: undefined,
  };
  for (const [what, error] of Object.entries(own)) {
    it(`FAIL-12 ${what} is none`, () => {
      expect(isAway(error)).toBe(false);
    });
  }

  it('FAIL-12 an error that is its own cause is looked at only so long', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isAway(error)).toBe(false);
  });
});
