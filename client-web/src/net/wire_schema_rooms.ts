// Messages of breakouts as wire_schema.ts has the others: fetched with the first of them. Until then they are bytes.

export const ROOM_SCHEMA = {
  RoomDo: 'room:1u clientId:2y deed:3e ref:4u text:5s page:6u',
  RoomState:
    'room:1u open:2b inside:3b mayHost:4b members:5u capacity:6u session:7s people:8*Member startMs:9d endMs:10d ' +
    'closeMs:11d extendable:12b leads:13b hands:14*u handsS:15*u handsUp:16u floor:17u quiet:18b muted:19b ' +
    'mutedPersons:20*u hosts:21*u cohosts:22*u lead:23u hostsGone:24*u floorUntilMs:25d asked:26b moreAsked:27b ' +
    'warned:28b ended:29b shownPoster:30u shownPage:31u link:32s waiting:33u waitingPlace:34u ' +
    'waitingPersons:35*u inListMode:36u putOut:37b shownDeck:38RoomDeck readyDeck:39RoomDeck',
  RoomDeck: 'deck:1u pages:2u name:3s list:4s',
  RoomQuestions: 'room:1u full:2b questions:3*RoomQuestion',
  RoomQuestion: 'number:1u person:2u text:3s answer:4s state:5e wants:6u wanted:7b mine:8b atMs:9d',
};
