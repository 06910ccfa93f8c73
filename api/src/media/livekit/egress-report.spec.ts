import { EgressInfo } from 'livekit-server-sdk';
import type { RecorderReport } from '../../recording/recorder.ts';
import { toReport } from './egress-report.ts';

type Json = Readonly<Record<string, unknown>>;

const nothing: Omit<RecorderReport, 'state'> = {
  ...{ name: 'EG_1', partId: null, startedAt: null, endedAt: null, bytes: null, reason: null },
};

function report(info: Json): RecorderReport {
  return toReport(EgressInfo.fromJson({ egressId: 'EG_1', ...info }));
}

describe('toReport', () => {
  const file = { startedAt: '2000000000', endedAt: '5000000000', size: '4096' };
  const rows: readonly [name: string, info: Json, report: Partial<RecorderReport>][] = [
    ['what begins', { status: 'EGRESS_STARTING' }, { state: 'STARTING' }],
    [
      'what records, since when',
      { status: 'EGRESS_ACTIVE', startedAt: '1500999999' },
      { state: 'RECORDING', startedAt: 1500 },
    ],
    ['what is finished', { status: 'EGRESS_ENDING' }, { state: 'FINISHING' }],
    [
      'a file, by its own times',
      { status: 'EGRESS_COMPLETE', startedAt: '1', endedAt: '9', fileResults: [file] },
      { state: 'DONE', startedAt: 2000, endedAt: 5000, bytes: 4096 },
    ],
    [
      'what was long enough',
      { status: 'EGRESS_LIMIT_REACHED', fileResults: [file] },
      { state: 'DONE', startedAt: 2000, endedAt: 5000, bytes: 4096 },
    ],
    [
      'a page that shows nothing',
      { status: 'EGRESS_ABORTED', error: 'Start signal not received' },
      { state: 'FAILED', reason: 'Nothing came that could be recorded.' },
    ],
    [
      'a page that cannot be opened',
      { status: 'EGRESS_FAILED', error: 'template page load error: net::ERR_NAME_NOT_RESOLVED' },
      { state: 'FAILED', reason: 'The recorder could not open the page that it records.' },
    ],
    [
      'a storage that takes nothing',
      { status: 'EGRESS_FAILED', error: 'S3 upload failed: NoSuchBucket' },
      { state: 'FAILED', reason: 'The recording could not be brought to the storage.' },
    ],
    [
      'a machine that is too small',
      { status: 'EGRESS_FAILED', error: 'CPU exhausted: 5.20 cores used' },
      { state: 'FAILED', reason: 'The recorder had no room at the moment.' },
    ],
    [
      'what nobody has words for',
      { status: 'EGRESS_FAILED', error: 'pipeline frozen' },
      { state: 'FAILED', reason: 'The recorder failed: pipeline frozen' },
    ],
    [
      'a failure without a word',
      { status: 'EGRESS_FAILED' },
      { state: 'FAILED', reason: 'The recorder failed.' },
    ],
    [
      'what was stopped too early, without a word',
      { status: 'EGRESS_ABORTED' },
      { state: 'FAILED', reason: 'The recorder was stopped before it began.' },
    ],
  ];
  for (const [name, info, said] of rows) {
    it(`ROOM-18 tells of ${name}`, () => {
      expect(report(info)).toEqual({ ...nothing, state: 'FAILED', ...said });
    });
  }

  const part = '0193aa-77';
  const owners: readonly [name: string, info: Json, partId: string | null][] = [
    [
      'by the file that was asked for',
      { roomComposite: { fileOutputs: [{ filepath: `recordings/${part}.mp4` }] } },
      part,
    ],
    [
      'in a folder',
      { roomComposite: { fileOutputs: [{ filepath: `/var/files/recordings/${part}.mp4` }] } },
      part,
    ],
    ['by its file alone', { fileResults: [{ filename: `recordings/${part}.mp4` }] }, part],
    ['of somebody else', { roomComposite: { fileOutputs: [{ filepath: 'live/a.mp4' }] } }, null],
    ['of another kind', { web: { url: 'http://a.test' } }, null],
  ];
  for (const [name, info, partId] of owners) {
    it(`ROOM-18 knows the part ${name}`, () => {
      expect(report(info).partId).toBe(partId);
    });
  }
});
