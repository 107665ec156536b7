import 'reflect-metadata';
import { loadConfig } from '#platform';
import { createOffice } from './create-office.js';
import { OfficeConfig } from './office.config.js';

const config = loadConfig(OfficeConfig, process.env);
const app = await createOffice(config);
await app.listen(config.OFFICE_PORT, config.HOST);
// Started by the launcher: without it, nobody would stop us.
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
