// My own things: what I visited, cards I leave; and posters like this one. Loaded a moment after the first screen.

import {
  getCards,
  getMyCard,
  getSimilar,
  getVisited,
  postCard,
  postCardBack,
  postVisited,
} from '../net/my_api';
import { MyProgrammeIntents } from './my_programme';
import type { ApiResult } from '../model/api';
import type { Card, MyCard, SimilarPoster } from '../model/cards';
import type { HallModel } from '../model/hall_model';
import { VISIT_MS } from '../model/my_things';
import type { Poster } from '../model/values';

export class MyThingsIntents {
  private readonly similar_ = new Map<string, Promise<readonly SimilarPoster[]>>();
  private following_ = false;

  readonly programme: MyProgrammeIntents;

  constructor(
    private readonly model_: HallModel,
    hidden: () => boolean,
  ) {
    this.programme = new MyProgrammeIntents(model_, hidden);
  }

  /** Who stands at a booth for half a minute has visited it. */
  follow(): void {
    if (this.following_) return;
    this.following_ = true;
    this.programme.follow();
    void getVisited().then((answer) => {
      if (answer.ok) this.model_.mine.setVisited(answer.value);
    });
    const { conversation, me } = this.model_;
    let booth = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      if (conversation.booth === booth) return;
      clearTimeout(timer);
      booth = conversation.booth;
      const poster = this.model_.catalogue.byNumber(booth);
      if (!poster || me.presents(poster.key)) return;
      timer = setTimeout(() => this.visit(poster.key), VISIT_MS);
    };
    conversation.onChange(moved);
    moved();
  }

  private visit(poster: number): void {
    const { mine } = this.model_;
    if (mine.visited(poster)) return;
    mine.visit(poster);
    void postVisited(poster);
  }

  myCard(): Promise<ApiResult<MyCard>> {
    return getMyCard();
  }

  leaveCard(poster: Poster, note: string, withEmail: boolean): Promise<ApiResult<Card>> {
    return postCard(String(poster.number), note, withEmail);
  }

  takeCardBack(poster: Poster): Promise<ApiResult<null>> {
    return postCardBack(String(poster.number));
  }

  /** For its authors. */
  cardsAt(poster: Poster): Promise<ApiResult<readonly Card[]>> {
    return getCards(String(poster.number));
  }

  /** Asked once a version of the poster; none when they do not come. */
  similar(poster: Poster): Promise<readonly SimilarPoster[]> {
    const name = `${poster.number} ${poster.version} ${poster.text}`;
    let asked = this.similar_.get(name);
    if (!asked) {
      asked = getSimilar(String(poster.number)).then((answer) => {
        if (!answer.ok) this.similar_.delete(name);
        return answer.ok ? answer.value : [];
      });
      this.similar_.set(name, asked);
    }
    return asked;
  }
}
