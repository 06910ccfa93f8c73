import { isMissing, isWhole, judgePiece, mediaTypeOf } from './upload.ts';

describe('pieces of a part', () => {
  it('FAIL-12 are kept in order, and once', () => {
    const part = { nextPiece: 3, pieces: null };
    expect([2, 3, 4].map((seq) => judgePiece(part, seq))).toEqual(['KNOWN', 'KEEP', 'GAP']);
  });

  it('ROOM-18 are all there when as many have come as there are', () => {
    expect(isWhole({ nextPiece: 3, pieces: null })).toBeFalse();
    expect(isWhole({ nextPiece: 3, pieces: 4 })).toBeFalse();
    expect(isWhole({ nextPiece: 4, pieces: 4 })).toBeTrue();
    expect(isMissing({ nextPiece: 3, pieces: 4 })).toBeTrue();
    expect(isMissing({ nextPiece: 3, pieces: null })).toBeFalse();
  });

  it('ROOM-18 are of a kind that browsers record', () => {
    expect(mediaTypeOf('video/webm;codecs=vp8,opus')).toBe('video/webm');
    expect(mediaTypeOf('Video/MP4; codecs="avc1"')).toBe('video/mp4');
    expect(mediaTypeOf('text/html')).toBeNull();
  });
});
