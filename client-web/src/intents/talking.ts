// Saying, writing, asking: pending at once, then sent or not sent with the reason; the same id however often it is tried.

import { makeClientId, bytesFromHex } from '../net/bytes';
import type { Visit } from './visit';
import { tellRefusal } from './refusals';
import {
  KIND_ANNOUNCEMENT,
  KIND_ANSWER,
  KIND_MESSAGE,
  KIND_QUESTION,
  KIND_QUESTION_UNNAMED,
} from '../model/channel';
import type { Outgoing } from '../model/channel';
import { ANNOUNCE, posterChannel } from '../model/channels';
import type { HallModel } from '../model/hall_model';

const TYPING_EVERY_MS = 1500;

export class Talking {
  private typedMs_ = -Infinity;
  private again_: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly model_: HallModel,
    private readonly visit_: Visit,
  ) {}

  /** To who is in my conversation now. */
  say(text: string): void {
    const { conversation, clock } = this.model_;
    if (text.trim() === '') return;
    this.sendNearby(makeClientId(), conversation.id, text.trim(), clock.exactMs);
  }

  retrySay(key: string): void {
    const line = this.model_.conversation.line(key);
    if (line) this.sendNearby(key, this.model_.conversation.id, line.text, this.model_.clock.exactMs);
  }

  discardSay(key: string): void {
    this.model_.conversation.discard(key);
  }

  private sendNearby(key: string, conversation: number, text: string, atMs: number): void {
    const { model_: model } = this;
    model.conversation.saying({ key, conversation, atMs, text });
    void this.visit_
      .ask({ case: 'say', value: { clientId: new Uint8Array(bytesFromHex(key)), text, conversation } })
      .then((answer) => {
        if (answer.ok) {
          model.conversation.heard(key);
          model.happenings.said(model.me.visitor, text, performance.now());
        } else model.conversation.unheard(key, answer.refusal);
      });
  }

  write(channel: string, text: string): void {
    this.send(
      channel,
      makeClientId(),
      channel === ANNOUNCE ? KIND_ANNOUNCEMENT : KIND_MESSAGE,
      text.trim(),
      0,
    );
  }

  askQuestion(poster: number, text: string, unnamed = false): void {
    const kind = unnamed ? KIND_QUESTION_UNNAMED : KIND_QUESTION;
    this.send(posterChannel(poster), makeClientId(), kind, text.trim(), 0);
  }

  answerQuestion(poster: number, question: number, text: string): void {
    this.send(posterChannel(poster), makeClientId(), KIND_ANSWER, text.trim(), question);
  }

  retry(channel: string, clientId: string): void {
    const outgoing = this.model_.channels.get(channel).outgoing.find((each) => each.clientId === clientId);
    if (outgoing) this.send(channel, clientId, outgoing.kind, outgoing.text, outgoing.ref);
  }

  discard(channel: string, clientId: string): void {
    this.model_.channels.discard(channel, clientId);
  }

  /** After a reconnect, or once the hall may store again: what is kept is sent, one after the other; it counts once. */
  async resendPending(): Promise<void> {
    clearTimeout(this.again_);
    for (const name of this.model_.channels.names()) {
      for (const each of this.model_.channels.get(name).outgoing) {
        const why = each.refusal?.reason;
        const kept = each.state === 'pending' || why === 'offline' || why === 'store_unavailable';
        if (kept && !(await this.ask(name, each, true))) return;
      }
    }
  }

  private send(channel: string, clientId: string, kind: number, text: string, ref: number): void {
    if (text === '') return;
    const { channels, clock, me } = this.model_;
    const sent: Outgoing = {
      clientId,
      kind,
      text,
      ref,
      atMs: clock.exactMs,
      author: me.person,
      state: 'pending',
      refusal: null,
    };
    channels.put(channel, sent);
    this.visit_.watch(channel);
    void this.ask(channel, sent);
  }

  /** False: not now; what is kept is sent again later. `again`: a hall that finds it too quick is waited for. */
  private async ask(channel: string, sent: Outgoing, again = false): Promise<boolean> {
    const { channels } = this.model_;
    const { clientId } = sent;
    const id = new Uint8Array(bytesFromHex(clientId));
    const answer = await this.visit_.ask({ case: 'send', value: { ...sent, channel, clientId: id } });
    if (answer.ok) {
      channels.stored(channel, clientId, answer.stored.number, answer.stored.atMs);
      return true;
    }
    const { reason, retryAfterMs } = answer.refusal;
    if (!again || reason !== 'rate_limited') channels.refused(channel, clientId, answer.refusal);
    if (!retryAfterMs) return true;
    clearTimeout(this.again_);
    this.again_ = setTimeout(() => void this.resendPending(), retryAfterMs);
    return false;
  }

  async edit(channel: string, number: number, text: string): Promise<boolean> {
    if (text.trim() === '') return false;
    const clientId = new Uint8Array(bytesFromHex(makeClientId()));
    const answer = await this.visit_.ask({
      case: 'edit',
      value: { channel, clientId, ref: number, text: text.trim() },
    });
    return tellRefusal(this.model_, answer);
  }

  async delete(channel: string, number: number): Promise<boolean> {
    const clientId = new Uint8Array(bytesFromHex(makeClientId()));
    const answer = await this.visit_.ask({ case: 'delete', value: { channel, clientId, ref: number } });
    return tellRefusal(this.model_, answer);
  }

  /** I am writing; '' = nearby. */
  typing(channel: string): void {
    const now = performance.now();
    if (now - this.typedMs_ < TYPING_EVERY_MS) return;
    this.typedMs_ = now;
    this.visit_.tell({ case: 'typing', value: { channel } });
  }

  open(channel: string): void {
    this.visit_.watch(channel);
  }

  /** Direct channels, mine, the hall's and announcements stay watched; a poster read and left does not. */
  close(channel: string): void {
    const { me, catalogue, channels } = this.model_;
    if (!channel.startsWith('poster/') && !channel.startsWith('talk/')) return;
    const key = Number(channel.slice(channel.indexOf('/') + 1));
    const mine = channel.startsWith('poster/') && (me.presents(key) || !catalogue.byKey(key));
    const wrote = channels.get(channel).messages.some((message) => message.author === me.person);
    if (!mine && !wrote) this.visit_.unwatch(channel);
  }

  older(channel: string): Promise<void> {
    return this.visit_.older(channel);
  }

  /** Everything here was seen. */
  read(channel: string): void {
    const { channels } = this.model_;
    const last = channels.get(channel).last;
    if (last > 0 && channels.markRead(channel, last)) {
      this.visit_.tell({ case: 'markRead', value: { channel, number: last } });
    }
  }

  emote(emote: number): void {
    this.model_.happenings.emoted(this.model_.me.visitor, emote, performance.now());
    void this.visit_
      .ask({ case: 'emote', value: { emote } })
      .then((answer) => tellRefusal(this.model_, answer));
  }
}
