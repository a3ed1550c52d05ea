// A real Redis on a unix socket of its own, without files. Owns: the process (ended by its id) and the directory.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class RedisServer {
  // A socket's path has 107 bytes at most: not below the project.
  private readonly folder_ = mkdtempSync(join(tmpdir(), 'posterhall-redis-'));
  private child_: ChildProcess | null = null;

  get address(): string {
    return `unix://${this.socket}`;
  }

  private get socket(): string {
    return join(this.folder_, 'redis.sock');
  }

  /** Returns when it answers. */
  async start(): Promise<void> {
    const child = spawn('redis-server', ['--port', '0', '--unixsocket', this.socket, '--save', '', '--appendonly', 'no', '--dir', this.folder_], { stdio: 'ignore' });
    this.child_ = child;
    const deadline = Date.now() + 20_000;
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      if (Date.now() > deadline) throw new Error('redis-server does not answer after 20 s');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = createConnection(this.socket);
      socket.once('connect', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
  }

  /** kill -9, and gone when this returns. */
  async kill(): Promise<void> {
    const child = this.child_;
    this.child_ = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder_, { recursive: true, force: true });
  }
}
