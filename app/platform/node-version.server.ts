/** better-sqlite3 crashes without a word on an older Node: say it instead, before it is imported. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Common Pot needs Node 24 and this is ${process.versions.node}. On Linux "npm run …" brings its own; elsewhere install Node 24 first.\n`,
  );
  process.exit(1);
}
