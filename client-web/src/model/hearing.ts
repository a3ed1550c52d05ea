// Whom I hear at a booth: everybody, or, when I chose so, only who presents its poster, who was given the floor, and me.

import type { HallModel } from './hall_model';

export function hears(model: HallModel, person: number): boolean {
  const { booth } = model.conversation;
  if (!model.hands.presenterOnly(booth)) return true;
  if (person === model.me.person || person === model.hands.floorAt(booth)) return true;
  const poster = model.catalogue.byNumber(booth)?.key ?? 0;
  const presents = model.profiles.person(person)?.presents.includes(poster) ?? false;
  return presents || model.conversation.members.some((each) => each.person === person && each.presents);
}
