// `npm run build`: compiles everything into dist and copies what the compiler leaves out.
import { build, checkNode, ensureInstalled, must } from './workspace.mjs';

checkNode();
ensureInstalled();
must(build(), 'The build');
