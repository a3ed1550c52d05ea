// Posters: reading, saving, finding, touring. Reading announces nothing and calls nobody.

import { getPoster, getPosterText, getSearch } from '../net/api';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { PosterAnswer, PosterText } from '../model/api';
import type { HallModel } from '../model/hall_model';
import type { Poster } from '../model/values';

const FOUND_AT_MOST = 12;
/** The names on a poster that are looked for when nobody known presents it. */
const AUTHORS_ASKED = 3;
/** client.proto */
const PEOPLE_AT_MOST = 100;
const ORDER_NEAREST = 2;

export class Reading {
  private readonly summaries_ = new Map<string, Promise<PosterAnswer | null>>();
  private readonly presenters_ = new Map<number, Promise<number>>();
  private search_: AbortController | null = null;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  /** Opens the sheet; counts as a read. */
  read(key: number): void {
    this.model_.selection.read(key);
    this.visit_.tell({ case: 'readPoster', value: { poster: key } });
  }

  /** By the hall's number, the file's booth or id. */
  readByName(name: string): boolean {
    const poster = this.model_.catalogue.find(name);
    if (poster) this.read(poster.key);
    else this.model_.notices.tell('clay', { kind: 'noSuchPoster', name }, this.model_.clock.exactMs);
    return poster !== null;
  }

  close(): void {
    this.model_.selection.read(0);
  }

  async save(key: number, on: boolean): Promise<void> {
    const { saved } = this.model_;
    saved.set(key, on);
    const answer = await this.visit_.ask({ case: 'savePoster', value: { poster: key, saved: on } });
    if (!tellRefusal(this.model_, answer)) saved.set(key, !on);
  }

  toggleSaved(key: number): void {
    void this.save(key, !this.model_.saved.has(key));
  }

  /** The poster in words; null = there is none. Throws when it does not come. */
  async text(poster: Poster): Promise<PosterText | null> {
    if (poster.text === 0) return null;
    const answer = await getPosterText(String(poster.number), poster.text);
    if (!answer.ok && answer.failure.status !== 404)
      throw new Error(`the text answered ${answer.failure.status}`);
    return answer.ok && answer.value.panels.length > 0 ? answer.value : null;
  }

  /** The summary is not in the catalogue; fetched once a version. */
  details(number: number, version: number): Promise<PosterAnswer | null> {
    const name = `${number} ${version}`;
    let details = this.summaries_.get(name);
    if (!details) {
      details = getPoster(String(number)).then((result) => {
        if (!result.ok) this.summaries_.delete(name);
        return result.ok ? result.value : null;
      });
      this.summaries_.set(name, details);
    }
    return details;
  }

  async search(query: string): Promise<void> {
    const { search } = this.model_;
    this.search_?.abort();
    const ticket = search.ask(query);
    if (query.trim() === '') return;
    const abort = new AbortController();
    this.search_ = abort;
    const result = await getSearch(query.trim(), FOUND_AT_MOST, abort.signal);
    if (result.ok) {
      for (const person of result.value.people) {
        this.model_.profiles.putVisitors([{ visitor: person.visitor, profile: person.profile }]);
      }
      search.found(ticket, result.value);
    } else search.fail(ticket);
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

  /** In this order, from the first. */
  startTour(keys: readonly number[]): void {
    this.model_.selection.startTour(keys);
  }

  nextStop(): number {
    const { notices, selection, clock } = this.model_;
    if (!selection.nextStop()) {
      notices.tell('leaf', { kind: 'tourDone' }, clock.exactMs);
      return 0;
    }
    return selection.tour[selection.tourAt] ?? 0;
  }

  previousStop(): number {
    const { selection } = this.model_;
    return selection.previousStop() ? (selection.tour[selection.tourAt] ?? 0) : 0;
  }

  endTour(): void {
    this.model_.selection.endTour();
  }
}
