// Loaded before anything else by every npm script, also under a Node that cannot run TypeScript.
const WANTED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major !== WANTED) {
  process.stderr.write(
    `Stint runs on Node ${WANTED}; this is Node ${process.versions.node}.\n` +
      "Run `npm ci` in this folder: it brings Node 24 along, and npm's scripts then use it.\n",
  );
  process.exit(1);
}
