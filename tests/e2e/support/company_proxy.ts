// A company's proxy between a browser and the hall: plain HTTP passes, what wants to become a WebSocket does not. Chromium
// asks an HTTP proxy for a tunnel for ws://; what goes wrong goes wrong inside that tunnel, as a filtering proxy does it.
// Owns: its listener and the sockets that came through it.

import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Upgrades =
  /** Pass. */
  | 'open'
  /** 403. */
  | 'refused'
  /** The Upgrade header is taken out: the server sees a plain GET. */
  | 'stripped'
  /** No answer ever. */
  | 'hung'
  /** Passes the 101 and keeps everything after it. */
  | 'muted';

const HEAD_END = Buffer.from('\r\n\r\n');

export class CompanyProxy {
  upgrades: Upgrades;
  /** Upgrades that were tried. */
  tried = 0;
  private readonly server_: Server;
  private readonly sockets_ = new Set<Socket>();

  private constructor(upgrades: Upgrades) {
    this.upgrades = upgrades;
    this.server_ = createServer((asked, answer) => {
      const onward = request(asked.url ?? '', { method: asked.method ?? 'GET', headers: asked.headers }, (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    });
    this.server_.on('connection', (socket) => this.keep(socket));
    this.server_.on('connect', (asked, client, head) => this.tunnel(asked.url ?? '', client as Socket, head));
  }

  static async open(upgrades: Upgrades): Promise<CompanyProxy> {
    const proxy = new CompanyProxy(upgrades);
    await new Promise<void>((resolve) => proxy.server_.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** For newContext: loopback goes through it too. */
  get setting(): { proxy: { server: string; bypass: string } } {
    const { port } = this.server_.address() as AddressInfo;
    return { proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' } };
  }

  /** Ends every connection; the proxy listens on. */
  cut(): void {
    this.sockets_.forEach((socket) => socket.destroy());
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server_.close(() => resolve()));
  }

  private keep(socket: Socket): void {
    this.sockets_.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets_.delete(socket));
  }

  private tunnel(target: string, client: Socket, head: Buffer): void {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    let came = head;
    const more = (chunk: Buffer): void => {
      came = Buffer.concat([came, chunk]);
      if (!came.includes(HEAD_END)) return;
      client.off('data', more);
      this.tried += 1;
      this.pass(target, client, came);
    };
    client.on('data', more);
    more(Buffer.alloc(0));
  }

  private pass(target: string, client: Socket, upgrade: Buffer): void {
    if (this.upgrades === 'hung') return;
    if (this.upgrades === 'refused') {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const [host = '', port = ''] = target.split(':');
    const onward = connect(Number(port), host);
    this.keep(onward);
    onward.on('close', () => client.destroy());
    client.on('close', () => onward.destroy());
    if (this.upgrades === 'stripped') {
      const lines = upgrade.toString('latin1').split('\r\n');
      onward.write(lines.filter((line) => !/^(upgrade|connection):/i.test(line)).join('\r\n'), 'latin1');
    } else onward.write(upgrade);
    client.pipe(onward);
    if (this.upgrades === 'muted') onward.once('data', (answer: Buffer) => client.write(answer.subarray(0, answer.indexOf(HEAD_END) + 4)));
    else onward.pipe(client);
  }
}
