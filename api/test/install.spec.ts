import { readFile } from 'node:fs/promises';
import { TestApi } from './test-api.ts';

interface Manifest {
  readonly name: string;
  readonly display: string;
  readonly start_url: string;
  readonly icons: readonly { src: string; sizes: string; type: string; purpose: string }[];
}

const publicFolder = new URL('../../../frontend/public/', import.meta.url).pathname;

/** Width and height of a PNG, from its header. */
function sizeOf(png: Buffer): string {
  return `${String(png.readUInt32BE(16))}x${String(png.readUInt32BE(20))}`;
}

describe('the installable app', () => {
  it('PRE-3 is served as browsers want it, and what lasts is never kept too long', async () => {
    await using api = await TestApi.start({ settings: { WEB_ROOT: publicFolder } });
    for (const [path, type] of [
      ['/manifest.webmanifest', 'application/manifest+json'],
      ['/service-worker.js', 'text/javascript'],
      ['/icons/icon-192.png', 'image/png'],
      ['/offline.html', 'text/html'],
    ] as const) {
      const response = await fetch(api.url + path);
      expect(response.status).withContext(path).toBe(200);
      expect(response.headers.get('content-type')).withContext(path).toContain(type);
      expect(response.headers.get('cache-control')).withContext(path).toBe('public, no-cache');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("manifest-src 'self'");
      expect(policy).toContain("worker-src 'self'");
    }
  });

  it('PRE-3 has a name, a start, and icons of the sizes that it says', async () => {
    const text = await readFile(`${publicFolder}manifest.webmanifest`, 'utf8');
    // What the file holds is what this test looks at.
    const manifest = JSON.parse(text) as Manifest;
    expect(manifest).toEqual(
      jasmine.objectContaining({ name: 'PeerLearn', display: 'standalone', start_url: '/' }),
    );
    const pngs = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(pngs.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '192x192 maskable',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of pngs) {
      expect(sizeOf(await readFile(publicFolder + src))).toBe(sizes);
    }
  });
});
