// The arrows of ARCHITECTURE.md, checked: node scripts/architecture.mjs [folder]
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? checkout);
process.chdir(folder);

const { options, forbidden } = createRequire(import.meta.url)(join(checkout, '.dependency-cruiser.cjs'));
const tsConfig = extractTSConfig(join(folder, 'tsconfig.json'));
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, {}, { tsConfig });

for (const { from, to, rule, cycle } of output.summary.violations) {
  const { comment } = forbidden.find(({ name }) => name === rule.name) ?? {};
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  console.error(`${rule.name}: ${path}\n  ${comment}`);
}
const cruised = output.modules.filter(({ source }) => source.startsWith('src/')).length;
if (cruised === 0) console.error('No module was found under src/: nothing was checked.');
console.log(`${cruised} modules, ${output.summary.violations.length} violations`);
process.exitCode = cruised === 0 || output.summary.violations.length > 0 ? 1 : 0;
