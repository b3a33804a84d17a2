/**
 * `npm run bench [section …]`: measures and prints, asserts nothing. Times mean little by themselves on a machine that does
 * other things too, so each stands beside something that was measured in turns with it, with the ratio of the two.
 */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  warm: async () => (await import('./warm.ts')).warm(),
  reader: async () => (await import('./reader.ts')).reader(),
  capacity: async () => (await import('./capacity.ts')).capacity(),
  cost: async () => (await import('./cost.ts')).cost(),
  digests: async () => (await import('./digests.ts')).digests(),
  bundle: async () => (await import('./bundle.ts')).bundleSection(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  const names = Object.keys(SECTIONS).join(', ');
  console.error(`The benchmark has no section named ${unknown.join(', ')}. There are: ${names}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(SECTIONS)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}

export {};
