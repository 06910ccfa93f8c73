import type { Cut } from '../domain/piece-cutter';
import { chosenMediaType } from '../domain/media-type';
import { Tape } from './tape';

/** With the browser's own recorder. */
describe('Tape', () => {
  let stream: MediaStream;
  let drawing: ReturnType<typeof setInterval>;

  beforeEach(() => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    stream = canvas.captureStream(20);
    let hue = 0;
    drawing = setInterval(() => {
      if (!pen) return;
      pen.fillStyle = `hsl(${String((hue += 7))} 80% 50%)`;
      pen.fillRect(0, 0, canvas.width, canvas.height);
    }, 50);
  });

  afterEach(() => {
    clearInterval(drawing);
    for (const track of stream.getTracks()) track.stop();
  });

  function tapeWith(take: (cut: Cut<Blob>) => void, now: () => number): Tape {
    const mediaType = chosenMediaType((type) => MediaRecorder.isTypeSupported(type)) ?? '';
    return new Tape({ stream, mediaType, now, take, fail: () => undefined });
  }

  it('ROOM-18 gives out pieces on end, which say when they were', async () => {
    const first = Promise.withResolvers<Cut<Blob>>();
    let at = 0;
    const tape = tapeWith(first.resolve, () => (at += 1000));
    const cut = await first.promise;
    tape.stop();
    expect([cut.from, cut.until]).toEqual([1000, 5000]);
    expect(cut.data.length).toBe(4);
    expect(cut.data.reduce((bytes, { size }) => bytes + size, 0)).toBeGreaterThan(500);
  });

  it('ROOM-18 gives out nothing of the last moment, nor anything after it was stopped', async () => {
    const cuts: Cut<Blob>[] = [];
    const tape = tapeWith(
      (cut) => cuts.push(cut),
      () => 0,
    );
    tape.stop();
    tape.stop();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(cuts).toEqual([]);
  });
});
