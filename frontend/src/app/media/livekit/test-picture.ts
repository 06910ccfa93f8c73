const [width, height, tile] = [640, 360, 128];
const frameMs = 40;

/** A moving picture that no encoder can make small, to fill a line with. Ends with `stop`. */
export function testPicture(): { readonly track: MediaStreamTrack; stop(): void } {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  const noise = noiseTile();
  let frame = 0;
  const draw = () => {
    frame += 1;
    for (let x = -tile; x < width; x += tile) {
      for (let y = -tile; y < height; y += tile) {
        // Each frame and each tile shifts by another step, so that nothing repeats for long.
        const shift = (frame * 37 + x * 13 + y * 7) % tile;
        context?.drawImage(noise, x + Math.abs(shift), y + ((frame * 53) % tile));
      }
    }
  };
  draw();
  const [track] = canvas.captureStream(1000 / frameMs).getVideoTracks();
  if (!track) throw new Error('this browser makes no picture of a canvas');
  const timer = setInterval(draw, frameMs);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
}

function noiseTile(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [tile, tile];
  const pixels = new ImageData(tile, tile);
  crypto.getRandomValues(pixels.data);
  for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255;
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
