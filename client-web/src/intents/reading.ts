// Posters: reading, saving, finding, touring. Reading announces nothing and calls nobody.

import { getPoster, getSearch } from '../net/api';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { PosterAnswer } from '../model/api';
import { tourOrder } from '../model/poster_list';
import type { HallModel } from '../model/hall_model';

const FOUND_AT_MOST = 12;

export class Reading {
  private readonly summaries_ = new Map<string, Promise<PosterAnswer | null>>();
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

  startTour(): number {
    const { catalogue, own, saved, selection } = this.model_;
    const posters = catalogue.posters.filter((poster) => saved.has(poster.key));
    const order = tourOrder(posters, catalogue.plan, own.tile);
    selection.startTour(order);
    return order[0] ?? 0;
  }

  nextStop(): number {
    const { notices, selection, clock } = this.model_;
    if (!selection.nextStop()) {
      notices.tell('leaf', { kind: 'tourDone' }, clock.exactMs);
      return 0;
    }
    return selection.tour[selection.tourAt] ?? 0;
  }

  endTour(): void {
    this.model_.selection.endTour();
  }
}
