// Finding posters, people and sessions, and who is behind a poster. Loaded with the search.

import { getSearch } from '../net/search_api';
import type { Visit } from './visit';
import type { HallModel } from '../model/hall_model';
import type { Poster } from '../model/values';

const FOUND_AT_MOST = 12;
/** The names on a poster that are looked for when nobody known presents it. */
const AUTHORS_ASKED = 3;
/** client.proto */
const PEOPLE_AT_MOST = 100;
const ORDER_NEAREST = 2;
/** A search that did not answer is asked again for as long as it stands. */
const AGAIN_MS = 1000;
const AGAIN_AT_MOST_MS = 5000;

/** Ends early when what it waits for is given up. */
const pause = (ms: number, given: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    given.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

export class Finding {
  private readonly presenters_ = new Map<number, Promise<number>>();
  private search_: AbortController | null = null;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'ask'>,
  ) {}

  async search(query: string): Promise<void> {
    const { search } = this.model_;
    this.search_?.abort();
    const ticket = search.ask(query);
    if (query.trim() === '') return;
    const abort = new AbortController();
    this.search_ = abort;
    for (let tries = 1; !abort.signal.aborted; tries++) {
      const result = await getSearch(query.trim(), FOUND_AT_MOST, abort.signal);
      if (result.ok) {
        for (const person of result.value.people) {
          this.model_.profiles.putVisitors([{ visitor: person.visitor, profile: person.profile }]);
        }
        search.found(ticket, result.value);
        return;
      }
      search.fail(ticket);
      const { status, retryAfterS } = result.failure;
      // No answer, too many at once, or a hall that cannot look just now; anything else would be refused again.
      if (status !== 0 && status !== 429 && status < 500) return;
      await pause(Math.max(retryAfterS * 1000, Math.min(tries * AGAIN_MS, AGAIN_AT_MOST_MS)), abort.signal);
    }
  }

  /** Nobody looks any more. */
  stop(): void {
    this.search_?.abort();
  }

  /** Who to write to about a poster: who presents it, known already or found by the authors' names. 0 = nobody. */
  presenter(poster: Poster): Promise<number> {
    const known = this.presenterKnown(poster);
    if (known > 0) return Promise.resolve(known);
    let asked = this.presenters_.get(poster.key);
    if (!asked) {
      asked = this.presenterByName(poster);
      this.presenters_.set(poster.key, asked);
      // Asked again next time: an author may be invited in the meantime.
      void asked.then((person) => person === 0 && this.presenters_.delete(poster.key));
    }
    return asked;
  }

  /** The same, and who stands there under a name that is not on the poster: looked for among everybody here. */
  async presenterAnywhere(poster: Poster): Promise<number> {
    const person = await this.presenter(poster);
    if (person > 0 || !this.model_.facts.booth(poster.number).attended) return person;
    for (let offset = 0, total = 1; offset < total; offset += PEOPLE_AT_MOST) {
      const value = { offset, limit: PEOPLE_AT_MOST, filter: '', order: ORDER_NEAREST };
      const answer = await this.visit_.ask({ case: 'peoplePage', value });
      if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'peoplePage') return 0;
      const page = answer.body.body.value;
      this.model_.profiles.put(page.rows.flatMap((row) => (row.profile ? [row.profile] : [])));
      const found = this.presenterKnown(poster);
      if (found > 0) return found;
      total = page.total;
    }
    return 0;
  }

  private presenterKnown(poster: Poster): number {
    return this.model_.profiles.presenterOf(poster.key, this.model_.me.person);
  }

  private async presenterByName(poster: Poster): Promise<number> {
    for (const author of poster.authors.slice(0, AUTHORS_ASKED)) {
      const result = await getSearch(author, FOUND_AT_MOST);
      if (result.ok) this.model_.profiles.put(result.value.people.map((each) => each.profile));
      const found = this.presenterKnown(poster);
      if (found > 0) return found;
    }
    return 0;
  }
}
