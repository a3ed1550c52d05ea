// An organiser without a browser, changing the programme as the organisers' page does.

import type { HallServer } from './hall_server';

export interface SessionWish {
  readonly id?: string;
  readonly title: string;
  readonly fromMin: number;
  readonly toMin: number;
  readonly stream?: string;
  readonly streamPublic?: boolean;
  readonly recording?: string;
  readonly people?: readonly string[];
  readonly summary?: string;
}

interface Known {
  readonly id: string;
  readonly title: string;
  readonly change?: number;
}

export class Desk {
  private constructor(
    private readonly hall_: HallServer,
    private readonly cookie_: string,
  ) {}

  static async open(hall: HallServer, link: string): Promise<Desk> {
    const body = { token: link.split('#')[1] ?? '', shortName: '', look: '', timeZone: 'Africa/Lagos', takeOver: true };
    const answer = await post(hall, '/enter', body);
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    // Who was invited a moment ago is known to the running hall within two seconds.
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; ) {
      const known = await fetch(`${hall.url}/api/v1/coverage`, { headers: { Cookie: cookie } });
      if (known.ok) return new Desk(hall, cookie);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the hall does not know its organiser');
  }

  /** Adds it, or changes the one of this title; gives its id. */
  async set(wish: SessionWish): Promise<string> {
    const before = await this.find(wish.title);
    const now = Date.now();
    const { fromMin, toMin, ...rest } = wish;
    const span = { startMs: now + fromMin * 60_000, endMs: now + toMin * 60_000 };
    const session = { kind: 2, place: 'Stage', ...rest, id: before?.id ?? '', span };
    await post(this.hall_, '/programme/session', { session, after: before?.change ?? 0 }, this.cookie_);
    for (const deadline = now + 15_000; Date.now() < deadline; ) {
      const found = await this.find(wish.title);
      if (found && (found.change ?? 0) > (before?.change ?? 0)) return found.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${wish.title} did not come into the programme`);
  }

  private async find(title: string): Promise<Known | undefined> {
    const { sessions } = await this.hall_.api<{ sessions: readonly Known[] }>('/event');
    return sessions.find((each) => each.title === title);
  }
}

async function post(hall: HallServer, path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Origin: hall.url, ...(cookie === '' ? {} : { Cookie: cookie }) };
  const answer = await fetch(`${hall.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
