// What one does to keep order: blocking, reporting; for moderators, measures and the reports.

import { bytesFromHex, makeClientId } from '../net/bytes';
import { ORDER_SCHEMA } from '../net/wire_schema_order';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import type { HallModel } from '../model/hall_model';
import type { About, MeasureRow, ReportRow } from '../model/order';

/** OrderQueueOf of client.proto. */
const OF_REPORTS = 1;
const OF_MEASURES = 2;
export const ORDER_PAGE = 20;
const LINES_AT_MOST = 20;
const LINE_AT_MOST = 500;

export interface QueuePage {
  readonly total: number;
  readonly reports: readonly ReportRow[];
  readonly measures: readonly MeasureRow[];
}

function newId(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytesFromHex(makeClientId()));
}

export class OrderActs {
  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Pick<Visit, 'ask' | 'learn'>,
  ) {
    visit_.learn(ORDER_SCHEMA);
  }

  async block(person: number, on: boolean): Promise<boolean> {
    const answer = await this.visit_.ask({ case: on ? 'block' : 'unblock', value: { person } });
    if (!tellRefusal(this.model_, answer)) return false;
    this.model_.notices.tell('leaf', { kind: 'blocked', person, on }, this.model_.clock.exactMs);
    return true;
  }

  /** With the message it is about, or with what I heard of the talk they are or were in with me. */
  async report(about: About, reason: string): Promise<boolean> {
    const { conversation } = this.model_;
    const heard = conversation.lines.filter((line) => line.person > 0 && line.state === 'sent');
    const near =
      about.channel === '' &&
      (heard.some((line) => line.person === about.person) ||
        conversation.members.some((member) => member.person === about.person));
    const lines = (near ? heard : []).slice(-LINES_AT_MOST).map((line) => ({
      person: line.person,
      text: Array.from(line.text).slice(0, LINE_AT_MOST).join(''),
      atMs: line.atMs,
      clientId: new Uint8Array(bytesFromHex(line.key)),
    }));
    const answer = await this.visit_.ask({
      case: 'report',
      value: {
        clientId: newId(),
        person: about.person,
        channel: about.channel,
        number: about.number,
        conversation: near ? conversation.id : 0,
        lines,
        reason,
      },
    });
    return tellRefusal(this.model_, answer);
  }

  async measure(about: About, kind: number, minutes: number, reason: string): Promise<boolean> {
    const { person, report } = about;
    const answer = await this.visit_.ask({
      case: 'measure',
      value: { clientId: newId(), person, kind, minutes, reason, report },
    });
    if (!tellRefusal(this.model_, answer)) return false;
    this.model_.notices.tell('leaf', { kind: 'measured', person, measure: kind }, this.model_.clock.exactMs);
    return true;
  }

  async lift(measure: number): Promise<boolean> {
    const answer = await this.visit_.ask({ case: 'lift', value: { clientId: newId(), measure, reason: '' } });
    return tellRefusal(this.model_, answer);
  }

  async settle(report: number, done: string): Promise<boolean> {
    const answer = await this.visit_.ask({
      case: 'reportSettle',
      value: { clientId: newId(), report, done },
    });
    return tellRefusal(this.model_, answer);
  }

  reports(offset: number, limit: number): Promise<QueuePage | null> {
    return this.page(OF_REPORTS, offset, limit);
  }

  measures(): Promise<QueuePage | null> {
    return this.page(OF_MEASURES, 0, ORDER_PAGE);
  }

  private async page(of: number, offset: number, limit: number): Promise<QueuePage | null> {
    const answer = await this.visit_.ask({ case: 'orderQueue', value: { of, offset, limit } });
    if (!answer.ok || answer.body?.kind !== 'body' || answer.body.body.case !== 'orderQueue') return null;
    return answer.body.body.value;
  }
}
