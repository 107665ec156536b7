import 'reflect-metadata';
import { loadConfig, stopInOrder } from '#platform';
import { createPublic } from './create-public.js';
import { PublicConfig } from './public.config.js';

const config = loadConfig(PublicConfig, process.env);
const app = await createPublic(config);
stopInOrder(() => app.close());
await app.listen(config.PUBLIC_PORT, config.HOST);
