import { GraphQLError } from 'graphql';
import { createLogger } from '../logger.ts';
import { forbidden } from './errors.ts';
import { maskError } from './mask-error.ts';

function setUp() {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  return { lines, mask: (error: GraphQLError) => maskError(error, { logger }) };
}

function located(cause: Error): GraphQLError {
  return new GraphQLError(cause.message, { originalError: cause, path: ['session'] });
}

describe('maskError', () => {
  it('API-5 keeps a refusal of ours', () => {
    const { lines, mask } = setUp();
    const masked = mask(located(forbidden()));
    expect(masked.message).toBe("You're not part of this session.");
    expect(masked.extensions).toEqual({ code: 'FORBIDDEN' });
    expect(lines).toEqual([]);
  });

  it('API-5 hides everything else behind an id that is in the log', () => {
    const { lines, mask } = setUp();
    const masked = mask(located(new Error('password is hunter2')));
    expect(JSON.stringify(masked)).not.toContain('hunter2');
    expect(masked.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(lines.join()).toContain(String(masked.extensions?.['id']));
    expect(lines.join()).toContain('hunter2');
  });

  it('API-5 takes what a resolver answered wrongly for our own fault', () => {
    const { mask } = setUp();
    const masked = mask(located(new GraphQLError('Int cannot represent 1.5')));
    expect(masked.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  it('API-5 tells the client what is wrong with its own words', () => {
    const { mask } = setUp();
    const masked = mask(new GraphQLError('Variable "$id" got an invalid value'));
    expect(masked).toEqual({
      message: 'Variable "$id" got an invalid value',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('FAIL-12 API-5 says that it may be asked again where the database is away', () => {
    const { lines, mask } = setUp();
    const masked = mask(located(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })));
    expect(masked.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    expect(lines.join()).toContain('the database is away');
  });
});
