// The list of who is here, page by page. Loaded with it.

import type { Visit } from './visit';
import { whereabouts } from '../net/receive';
import { PEOPLE_PAGE } from '../model/people';
import type { PeopleOrder } from '../model/people';
import type { HallModel } from '../model/hall_model';

const ORDER_NAME = 1;
const ORDER_NEAREST = 2;
const AGAIN_AT_LEAST_MS = 100;

export class PeopleList {
  private asked_ = 0;
  private again_: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'ask'>,
  ) {}

  /** The first page anew. */
  list(filter: string, order: PeopleOrder): Promise<void> {
    this.model_.people.asked(filter, order);
    return this.page(0);
  }

  more(): Promise<void> {
    const { people } = this.model_;
    people.asked(people.filter, people.order);
    return this.page(people.rows.length);
  }

  /** Nobody waits for a page any more. */
  stop(): void {
    clearTimeout(this.again_);
    this.asked_ += 1;
  }

  /** A hall that finds it too quick is asked again when it says. */
  private async page(offset: number): Promise<void> {
    const { people, profiles } = this.model_;
    this.stop();
    const mine = this.asked_;
    const answer = await this.visit_.ask({
      case: 'peoplePage',
      value: {
        offset,
        limit: PEOPLE_PAGE,
        filter: people.filter,
        order: people.order === 'nearest' ? ORDER_NEAREST : ORDER_NAME,
      },
    });
    if (mine !== this.asked_) return;
    if (!answer.ok && answer.refusal.reason === 'rate_limited') {
      this.again_ = setTimeout(
        () => void this.page(offset),
        Math.max(AGAIN_AT_LEAST_MS, answer.refusal.retryAfterMs),
      );
      return;
    }
    if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'peoplePage') {
      people.failed();
      return;
    }
    const page = answer.body.body.value;
    const rows = page.rows.flatMap((row) =>
      row.profile ? [{ ...row, profile: row.profile, at: whereabouts(row.at?.at) }] : [],
    );
    profiles.putVisitors(rows);
    people.page(page.offset, page.total, rows);
  }
}
