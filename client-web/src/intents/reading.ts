// Posters: reading, saving, touring. Reading announces nothing and calls nobody.

import { getPoster, getPosterText } from '../net/api';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { PosterAnswer, PosterText } from '../model/api';
import type { HallModel } from '../model/hall_model';
import type { Poster } from '../model/values';

export class Reading {
  private readonly summaries_ = new Map<string, Promise<PosterAnswer | null>>();

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
