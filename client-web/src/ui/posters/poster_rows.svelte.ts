// The list of posters as asked for, in an order that stays until the reader updates it.

import { useHall } from '../hall_context';
import { ListOrder } from '../../model/list_order';
import { orderPosters, questionKey } from '../../model/poster_list';
import type { Tile } from '../../model/scene_view';
import type { Poster } from '../../model/values';
import { rowMaker } from './row_data';
import { words } from '../../words';

export function usePosterRows() {
  const hall = useHall();
  const order = new ListOrder();
  let updates = $state(0);
  let asked = '';
  let from: Tile | null = null;

  const listed = $derived.by(() => {
    void updates;
    const { question } = hall.selection();
    const catalogue = hall.catalogue();
    const facts = hall.facts();
    const saved = hall.saved();
    const mine = hall.mine();
    // An order made before I am placed or the lamps are known is nobody's choice: the first whole one replaces it.
    const whole = hall.model.own.known && facts.known;
    const key = `${questionKey(question)}${whole ? '' : ' not whole'}`;
    if (key !== asked || from === null) {
      asked = key;
      from = hall.model.own.known ? hall.model.own.tile : null;
    }
    order.offer(
      key,
      orderPosters(question, {
        posters: catalogue.posters,
        fact: (number) => facts.booth(number),
        saved: (poster) => saved.has(poster),
        visited: (poster) => mine.visited(poster),
        plan: catalogue.plan,
        from,
        locale: words.locale,
      }),
    );
    const posters = order.shown
      .map((each) => catalogue.byKey(each))
      .filter((each): each is Poster => each !== null);
    return { posters, changes: order.changes };
  });

  const rows = $derived.by(() => {
    const make = rowMaker(hall);
    return listed.posters.map(make);
  });

  const counts = $derived.by(() => {
    const facts = hall.facts();
    const { posters } = hall.catalogue();
    let attended = 0;
    let needs = 0;
    for (const poster of posters) {
      const fact = facts.booth(poster.number);
      if (fact.attended) attended += 1;
      if (fact.needsVisitors) needs += 1;
    }
    return { all: posters.length, attended, needs, saved: hall.saved().size };
  });

  return {
    get posters() {
      return listed.posters;
    },
    get rows() {
      return rows;
    },
    get changes() {
      return listed.changes;
    },
    get counts() {
      return counts;
    },
    update(): void {
      from = hall.model.own.tile;
      // Measured anew from here, then taken over.
      asked = '';
      order.update();
      updates += 1;
    },
  };
}

export type PosterRows = ReturnType<typeof usePosterRows>;
