// Child processes of the code under test run its TypeScript, as the tests do.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const loader = pathToFileURL(join(process.cwd(), 'test', 'support', 'typescript.mjs')).href;
process.execArgv = ['--conditions=source', '--import', loader];
