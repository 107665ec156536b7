// A launcher in miniature for fault tests: starts the application that its argument describes as JSON.
import { Application, type ApplicationPlan } from '../../apps/cli/src/launch/application.js';

const plan = JSON.parse(process.argv[2] ?? '') as ApplicationPlan;
await new Application(plan).start();
process.stdout.write('ready\n');
