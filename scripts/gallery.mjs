// `npm run gallery [DIR]`: pictures of every staff page in both languages, as wide as a desk and as a phone.
import { resolve } from 'node:path';
import { runTests, totalsLine } from './test-run.mjs';
import { checkNode, ensureBuilt, ensureInstalled } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
process.env['GALLERY'] = resolve(process.argv[2] ?? 'gallery');
const totals = runTests(['test/browser/every-page']);
console.log(`\n${totalsLine(totals)}\nPictures: ${process.env['GALLERY']}`);
process.exit(totals.failed === 0 ? 0 : 1);
