import {
  type Fault,
  GraphqlErrors,
  GraphqlFailure,
  HttpRefusal,
  faultOf,
  faultText,
  isPassing,
} from './graphql-fault';

function withCode(code: string | undefined): GraphqlErrors {
  const extensions = code === undefined ? {} : { code };
  return new GraphqlErrors([{ message: 'no', extensions }]);
}

function withStatus(status: number): HttpRefusal {
  return new HttpRefusal(status);
}

describe('faultOf', () => {
  const rows: readonly [name: string, error: unknown, fault: Fault][] = [
    ['FAIL-10 not found', withCode('NOT_FOUND'), 'not-found'],
    ['FAIL-10 no part of it', withCode('FORBIDDEN'), 'forbidden'],
    ['FAIL-10 nobody signed in', withCode('UNAUTHENTICATED'), 'signed-out'],
    ['FAIL-10 refused at the door', withStatus(401), 'signed-out'],
    ['FAIL-10 an address that is none', withCode('BAD_USER_INPUT'), 'refused'],
    ['FAIL-12 a server in trouble', withCode('INTERNAL_SERVER_ERROR'), 'failed'],
    ['API-5 too many at once', withCode('TOO_MANY_REQUESTS'), 'too-many'],
    ['FAIL-12 a code from the future', withCode('SOMETHING_NEW'), 'failed'],
    ['FAIL-12 no code at all', withCode(undefined), 'failed'],
    ['FAIL-12 a server without its database', withCode('SERVICE_UNAVAILABLE'), 'unreachable'],
    ['FAIL-12 a gateway without its server', withStatus(502), 'unreachable'],
    ['FAIL-8 no network', new TypeError('Failed to fetch'), 'unreachable'],
    ['FAIL-8 what is known already', new GraphqlFailure('forbidden', null), 'forbidden'],
  ];
  for (const [name, error, fault] of rows) {
    it(name, () => {
      expect(faultOf(error)).toBe(fault);
    });
  }
});

describe('isPassing', () => {
  const rows: readonly [fault: Fault, passes: boolean][] = [
    ['unreachable', true],
    ['failed', true],
    ['too-many', true],
    ['signed-out', false],
    ['forbidden', false],
    ['not-found', false],
    ['refused', false],
  ];
  for (const [fault, passes] of rows) {
    it(`FAIL-8 ${fault} is ${passes ? '' : 'not '}worth asking again`, () => {
      expect(isPassing(fault)).toBe(passes);
    });
  }
});

describe('faultText of GraphQL', () => {
  const rows: readonly [fault: Fault, text: string][] = [
    ['unreachable', 'Unable to connect. Try again.'],
    ['too-many', 'That was done very often. Wait a few minutes, then try again.'],
    ['failed', 'That did not work. Try again.'],
    ['refused', 'That did not work. Try again.'],
  ];
  for (const [fault, text] of rows) {
    it(`API-5 FAIL-10 says for ${fault}: ${text}`, () => {
      expect(faultText(fault)).toBe(text);
    });
  }
});
