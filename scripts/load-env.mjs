// Loaded by the npm scripts that run Stint in earnest: what the environment says wins over the file.
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');
