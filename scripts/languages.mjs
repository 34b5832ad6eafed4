// npm run languages -- de: what languages/de still lacks, as JSON with the Italian and English words.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout, giveUp, installDependencies } from './install.mjs';

const [code = ''] = process.argv.slice(2);
if (!/^[a-z]{2,3}$/.test(code)) giveUp('Say which language, by its code: npm run languages -- de');
installDependencies();
const node = join(checkout, 'node_modules', '.bin', 'node');
const script = join(checkout, 'test', 'missing-texts.ts');
const { status } = spawnSync(node, ['--import', 'tsx', script, code], { cwd: checkout, stdio: 'inherit' });
process.exit(status ?? 1);
