// A small application for fault tests of the launcher: answers with its process number on PORT, and notes in
// the file CLOSED when it ended in good order. With FAILING it ends at once.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stopInOrder } from '../../libs/platform/src/process/stop-in-order.js';

if (process.env['FAILING']) {
  process.stdout.write('this one always fails\n');
  process.exit(3);
}
const server = createServer((_request, response) => response.end(String(process.pid)));
server.listen(Number(process.env['PORT']), '127.0.0.1');
stopInOrder(async () => {
  await new Promise((settle) => server.close(settle));
  appendFileSync(process.env['CLOSED'] ?? '/dev/null', `${process.pid}\n`);
});
