const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`PeerLearn needs Node 20 or newer, and this is ${process.version}.\n`);
  process.exit(1);
}
const { main } = await import('./test-main.mjs');
process.exitCode = await main(process.argv.slice(2));
