const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`PeerLearn needs Node 20 or newer, and this is ${process.version}.\n`);
  process.exit(1);
}
// Loaded only now: an older Node would stumble over its syntax before it could say so.
const { main } = await import('./main.mjs');
process.exitCode = await main(process.argv.slice(2));
