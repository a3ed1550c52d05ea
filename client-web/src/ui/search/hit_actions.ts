// What Enter, Shift Enter, Ctrl M and Ctrl B do with what was found.

import type { Hall } from '../hall_context';
import type { Finding } from '../../intents/finding';
import { directChannel } from '../../model/channels';
import { openChat } from '../chat/open_chat';
import type { SearchHit } from '../../model/search_state';

export interface HitActions {
  go(hit: SearchHit): void;
  open(hit: SearchHit): void;
  message(hit: SearchHit): void;
  save(hit: SearchHit): void;
}

export function hitActions(hall: Hall, finding: Finding, close: () => void): HitActions {
  const { model, intents } = hall;

  function leaveSheet(): void {
    if (model.selection.poster > 0) intents.reading.close();
  }

  function write(person: number): void {
    close();
    openChat(hall, directChannel(model.me.person, person));
  }

  /** Who presents the poster; where nobody does, the poster with its questions. */
  async function presenter(key: number): Promise<void> {
    const poster = model.catalogue.byKey(key);
    if (!poster) return;
    const person = await finding.presenterAnywhere(poster);
    if (person > 0) write(person);
    else {
      close();
      intents.reading.read(key);
    }
  }

  async function session(room: number): Promise<void> {
    close();
    leaveSheet();
    if (room === 0) model.selection.show('programme');
    else if (model.facts.room(room)?.open) {
      await intents.rooms.enter(room);
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
      else if (hit.kind === 'poster') void presenter(hit.poster.key);
    },
    save(hit) {
      if (hit.kind === 'poster') intents.reading.toggleSaved(hit.poster.key);
    },
  };
}
