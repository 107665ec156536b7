// Health check inside a container. `healthy.mjs PORT` asks the application whether it is ready;
// `healthy.mjs database` opens a connection to the database's port, for the worker, which has no port itself.
import { connect } from 'node:net';

const [what] = process.argv.slice(2);
if (what === 'database') {
  const { hostname, port } = new URL(process.env.DATABASE_URL);
  const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 4000 });
  socket.once('connect', () => process.exit(0));
  socket.once('timeout', () => process.exit(1));
  socket.once('error', () => process.exit(1));
} else {
  const response = await fetch(`http://127.0.0.1:${what}/health/ready`, {
    signal: AbortSignal.timeout(4000),
  });
  process.exit(response.ok ? 0 : 1);
}
