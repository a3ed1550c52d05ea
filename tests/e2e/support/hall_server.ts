// A real server on a free port with a data directory of its own, and the subcommands an organiser would use beside it.
// Owns: the process (ended by its id) and the directory.

import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { binary, template, work } from './paths';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly shortName?: string;
  readonly affiliation?: string;
  readonly role?: 'attendee' | 'author' | 'host' | 'moderator' | 'organiser';
  /** Poster ids. */
  readonly posters?: readonly string[];
}

export interface CommandResult {
  readonly code: number;
  readonly out: string;
}

/** Runs `posterhall ARGS…`; never throws for an exit code. */
export function posterhall(...args: string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(binary, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out: `${stdout}${stderr}` });
    });
  });
}

async function sound(...args: string[]): Promise<string> {
  const { code, out } = await posterhall(...args);
  if (code !== 0) throw new Error(`posterhall ${args.join(' ')} ended with ${code}:\n${out}`);
  return out;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

export class HallServer {
  private child_: ChildProcess | null = null;
  private port_ = 0;
  private said_ = '';

  private constructor(
    readonly data: string,
    private readonly shards_: number,
    private readonly flags_: readonly string[],
    private readonly shares_ = false,
  ) {}

  /** A copy of the template's event, served; `event`: its event.toml instead of the template's. */
  static async open(name: string, shards: number, flags: readonly string[] = [], event?: string): Promise<HallServer> {
    mkdirSync(work, { recursive: true });
    const data = mkdtempSync(join(work, `${name.replace(/\W+/g, '-')}-`));
    cpSync(template, data, { recursive: true });
    if (event !== undefined) writeFileSync(join(data, 'event.toml'), event);
    const hall = new HallServer(data, shards, flags);
    await hall.start();
    return hall;
  }

  /** Another process on the same directory, with the same flags: one hall, where they say so. */
  async beside(): Promise<HallServer> {
    const other = new HallServer(this.data, this.shards_, this.flags_, true);
    await other.start();
    return other;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port_}`;
  }

  /** Starts; again on the port it had, as a restart does. */
  async start(): Promise<void> {
    if (this.port_ === 0) this.port_ = await freePort();
    const child = spawn(
      binary,
      [
        ...['serve', '--listen', `127.0.0.1:${this.port_}`, '--data', this.data, '--public-url', this.url],
        ...['--shards', String(this.shards_), ...this.flags_],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child_ = child;
    const log = createWriteStream(join(this.data, 'serve.log'), { flags: 'a' });
    this.said_ = '';
    const heard = (chunk: Buffer): void => {
      log.write(chunk);
      this.said_ = (this.said_ + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    const deadline = Date.now() + 20_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`posterhall serve ended with ${child.exitCode}:\n${this.said_}`);
      if (await this.ready()) return;
      if (Date.now() > deadline) throw new Error(`posterhall serve is not ready after 20 s:\n${this.said_}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      return false;
    }
  }

  /** kill -9, as a crash. */
  async kill(): Promise<void> {
    const child = this.child_;
    this.child_ = null;
    if (!child) return;
    child.kill('SIGKILL');
    await ended(child);
  }

  /** Ends the process and takes the directory away, if it is its own. */
  async close(): Promise<void> {
    await this.kill();
    if (this.shares_) return;
    // Its children end with it, a moment later.
    rmSync(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** A personal link. */
  async invite(person: Person): Promise<string> {
    const args = ['invite', '--data', this.data, '--public-url', this.url, '--name', person.name, '--email', person.email];
    args.push('--role', person.role ?? 'attendee');
    if (person.affiliation) args.push('--affiliation', person.affiliation);
    for (const poster of person.posters ?? []) args.push('--poster', poster);
    return linkIn(await sound(...args), person.email);
  }

  /** Personal links by e-mail, as from a spreadsheet. */
  async inviteAll(people: readonly Person[]): Promise<Map<string, string>> {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = people.map((each) =>
      [each.name, each.email, each.shortName ?? '', each.affiliation ?? '', each.role ?? 'attendee', (each.posters ?? []).join(';')]
        .map(cell)
        .join(','),
    );
    const file = join(this.data, 'people-to-invite.csv');
    writeFileSync(file, `name,email,short_name,affiliation,role,posters\n${rows.join('\n')}\n`);
    const out = await sound('invite', '--data', this.data, '--public-url', this.url, '--from', file);
    const links = new Map<string, string>();
    for (const each of people) links.set(each.email, linkIn(out, each.email));
    return links;
  }

  import(file: string, ...more: string[]): Promise<CommandResult> {
    return posterhall('import', file, '--data', this.data, ...more);
  }

  /** Any command, on this hall's data. */
  posterhall(...command: readonly string[]): Promise<CommandResult> {
    return posterhall(...command, '--data', this.data);
  }

  async api<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** The link of that address in what `invite` printed: on its line, or the only one there is. */
function linkIn(out: string, email: string): string {
  const lines = out.split('\n');
  const link = (text: string): string | undefined => /https?:\/\/\S+#[\w-]+/.exec(text)?.[0];
  const at = lines.findIndex((line) => line.includes(email));
  const near = at < 0 ? undefined : (link(lines[at] ?? '') ?? link(lines[at + 1] ?? ''));
  const only = lines.map(link).filter((each) => each !== undefined);
  const found = near ?? (only.length === 1 ? only[0] : undefined);
  if (!found) throw new Error(`invite printed no link for ${email}:\n${out}`);
  return found;
}
