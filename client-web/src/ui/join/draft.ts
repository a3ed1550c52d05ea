// What one has chosen on the join page and not yet entered with.

import type { InvitationAnswer } from '../../model/api';
import { decodeLook, lookFromId } from '../../model/avatar_look';
import type { AvatarLook } from '../../model/avatar_look';
import type { Settings, ViewName } from '../../model/settings';

export interface JoinDraft {
  look: AvatarLook;
  shortName: string;
  view: ViewName;
}

export function draftOf(invitation: InvitationAnswer, phone: boolean, settings: Settings): JoinDraft {
  const { look, person, shortName } = invitation;
  return {
    look: look.some((byte) => byte !== 0) ? decodeLook(look) : lookFromId(person),
    shortName,
    view: phone ? 'list' : settings.values.view,
  };
}
