import type { Condition } from '../issues/issue-reporter';
import type { LocalDevice } from '../media/call';
import {
  callCondition,
  deviceCondition,
  flowCondition,
  joinCondition,
  lineCondition,
  soundCondition,
  wayCondition,
} from './issue-conditions';

const fails = (code: string | null): Condition => ({ code });

describe('conditions of a session page', () => {
  const device = {} as LocalDevice;
  const closed = { device: null, fault: null, isOpening: false };
  const rows: readonly [name: string, found: Condition, expected: Condition][] = [
    ['a call that stands', callCondition('connected'), 'works'],
    ['a call that is cut', callCondition('reconnecting'), fails(null)],
    ['a call that is left', callCondition('outside'), 'unwanted'],
    ['the way in, before', joinCondition('outside', false, null), 'unwanted'],
    ['the way in, pressed', joinCondition('connecting', false, null), 'trying'],
    [
      'the way in without a media server',
      joinCondition('connecting', true, 'no-media'),
      fails('NO_MEDIA'),
    ],
    ['the way in, refused', joinCondition('outside', true, 'refused'), fails('REFUSED')],
    ['the way in, done', joinCondition('connected', false, null), 'works'],
    ['the way in, done before', joinCondition('reconnecting', true, 'no-media'), 'works'],
    ['the usual servers', wayCondition('connected', 'usual'), 'works'],
    ['the usual servers, tried', wayCondition('reconnecting', 'usual'), 'trying'],
    ['other servers', wayCondition('connecting', 'backup'), fails('BACKUP')],
    ['nothing but TURN', wayCondition('connected', 'relay'), fails('RELAY')],
    ['no servers at all', wayCondition('outside', 'backup'), 'unwanted'],
    ['a camera', deviceCondition('camera', { ...closed, device }), 'works'],
    ['no camera', deviceCondition('camera', closed), 'unwanted'],
    [
      'a camera that is tried again',
      deviceCondition('camera', { ...closed, isOpening: true }),
      'trying',
    ],
    [
      'a camera of another program',
      deviceCondition('camera', { ...closed, fault: 'in-use' }),
      fails('CAMERA_IN_USE'),
    ],
    [
      'a microphone that the system blocks',
      deviceCondition('microphone', { ...closed, fault: 'blocked-by-system' }),
      fails('MICROPHONE_BLOCKED_BY_SYSTEM'),
    ],
    [
      'a microphone that gives nothing',
      deviceCondition('microphone', { ...closed, device }, true),
      fails('MICROPHONE_SILENT'),
    ],
    ['a call that stalls', callCondition('reconnecting', true), 'trying'],
    ['what arrives', flowCondition('connected', false), 'works'],
    ['what does not arrive', flowCondition('reconnecting', true), fails(null)],
    ['what arrives after a cut', flowCondition('reconnecting', false), 'trying'],
    ['what arrives of no call', flowCondition('outside', false), 'unwanted'],
    ['a line that carries all', lineCondition('connected', false), 'works'],
    ['a thin line', lineCondition('connected', true), fails(null)],
    ['a thin line that is cut', lineCondition('reconnecting', true), 'trying'],
    ['the line of no call', lineCondition('outside', false), 'unwanted'],
    ['sound', soundCondition('connected', true), 'works'],
    ['sound that wants a tap', soundCondition('connected', false), fails('SOUND_BLOCKED')],
    ['sound while the call is cut', soundCondition('reconnecting', true), 'trying'],
    ['sound of no call', soundCondition('outside', true), 'unwanted'],
  ];
  for (const [name, found, expected] of rows) {
    it(`FAIL-13 of ${name}`, () => {
      expect(found).toEqual(expected);
    });
  }
});
