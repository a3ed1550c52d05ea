// What Enter, Shift Enter, Ctrl M and Ctrl B do with what was found.

import type { Hall } from '../hall_context';
import { directChannel, talkChannel } from '../../model/channels';
import type { SearchHit } from '../../model/search_state';

export interface HitActions {
  go(hit: SearchHit): void;
  open(hit: SearchHit): void;
  message(hit: SearchHit): void;
  save(hit: SearchHit): void;
}

export function hitActions(hall: Hall, close: () => void): HitActions {
  const { model, intents } = hall;

  function leaveSheet(): void {
    if (model.selection.poster > 0) intents.reading.close();
  }

  function write(person: number): void {
    close();
    leaveSheet();
    model.selection.chatWith(directChannel(model.me.person, person));
  }

  async function session(room: number): Promise<void> {
    close();
    leaveSheet();
    if (room === 0) model.selection.show('programme');
    else if (model.facts.room(room)?.open) {
      if (await intents.rooms.enter(room)) model.selection.chatWith(talkChannel(room));
    } else void intents.moving.go({ case: 'roomDoor', value: room });
  }

  return {
    go(hit) {
      if (hit.kind === 'session') {
        void session(hit.session.room);
        return;
      }
      close();
      leaveSheet();
      if (hit.kind === 'poster') void intents.moving.goToBooth(hit.poster.number);
      else void intents.moving.go({ case: 'person', value: hit.person.profile.person });
    },
    open(hit) {
      if (hit.kind === 'poster') {
        close();
        intents.reading.read(hit.poster.key);
      } else if (hit.kind === 'person') write(hit.person.profile.person);
      else {
        close();
        leaveSheet();
        model.selection.show('programme');
      }
    },
    message(hit) {
      if (hit.kind === 'person') write(hit.person.profile.person);
      else if (hit.kind === 'poster') {
        // The presenter among those we know: who presents this poster.
        const presenter = model.conversation.members.find(
          (member) => member.presents && model.conversation.booth === hit.poster.number,
        );
        if (presenter) write(presenter.person);
        else this.open(hit);
      }
    },
    save(hit) {
      if (hit.kind === 'poster') intents.reading.toggleSaved(hit.poster.key);
    },
  };
}
