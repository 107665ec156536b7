import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between client and server that can be cut: every connection at once, in the middle of whatever it carries. */
export interface CuttableLink {
  readonly port: number;
  cut(): void;
  close(): Promise<void>;
}

/** A link to a port of this machine. */
export async function linkTo(target: number): Promise<CuttableLink> {
  const sockets = new Set<Socket>();
  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    const far = kept(connect(target, '127.0.0.1'));
    kept(near).pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
}
