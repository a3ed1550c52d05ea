// What one does with a question beside asking and answering: want its answer, hide it, show it again. Loaded with the
// questions themselves.

import { bytesFromHex, makeClientId } from '../net/bytes';
import { QUESTION_SCHEMA } from '../net/wire_schema_questions';
import type { Talking } from './talking';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import { posterChannel } from '../model/channels';
import type { HallModel } from '../model/hall_model';

/** 50 entries each: more than a poster's questions will ever be. */
const PAGES_AT_MOST = 40;

function newId(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytesFromHex(makeClientId()));
}

export class QuestionActs {
  private readonly loading_ = new Set<string>();

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'ask' | 'learn'>,
    private readonly talking_: Pick<Talking, 'older'>,
  ) {
    visit_.learn(QUESTION_SCHEMA);
  }

  async want(poster: number, question: number, on: boolean): Promise<boolean> {
    const answer = await this.visit_.ask({ case: 'wantAnswer', value: { poster, question, on } });
    return tellRefusal(this.model_, answer);
  }

  async hide(poster: number, question: number, reason: string): Promise<boolean> {
    const value = { clientId: newId(), poster, question, reason: reason.trim() };
    return tellRefusal(this.model_, await this.visit_.ask({ case: 'hideQuestion', value }));
  }

  async show(poster: number, question: number): Promise<boolean> {
    const value = { clientId: newId(), poster, question };
    return tellRefusal(this.model_, await this.visit_.ask({ case: 'showQuestion', value }));
  }

  /** Reads the poster's questions from the first on: which waits the longest and is wanted most is known of all only. */
  async readAll(poster: number): Promise<void> {
    const name = posterChannel(poster);
    if (this.loading_.has(name)) return;
    this.loading_.add(name);
    const channel = this.model_.channels.get(name);
    for (let page = 0; page < PAGES_AT_MOST && channel.loaded && channel.more; page++) {
      const { first } = channel;
      await this.talking_.older(name);
      if (channel.first === first) break;
    }
    this.loading_.delete(name);
  }
}
