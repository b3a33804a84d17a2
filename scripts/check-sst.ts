import { spawnSync } from 'node:child_process';
import { ensurePlatform, ROOT } from './sst-platform.ts';

/** `npm run check-sst`: type-checks sst.config.ts and infra/ against SST's own components. */
ensurePlatform();
const { status } = spawnSync('tsc', ['-p', 'tsconfig.sst.json'], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
