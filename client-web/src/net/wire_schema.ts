// The wire's messages as a table (proto/posterhall/v1/*.proto), for the small reader and writer in wire.ts: the whole
// protobuf runtime would be a fifth of what list mode may weigh. wire.test.ts holds it against the generated schema.
//
// "name:3u" is field 3: b bool, d double, e enum, f fixed32, i int32, s string, u uint32, y bytes, or a message's name;
// * repeats it; "(target a:1u b:2u)" is a oneof.

export const SCHEMA = {
  // client.proto
  ClientMessage:
    'seq:1u (body enter:2Enter move:3Move go:4Go claimControl:5Empty leave:6Empty activity:7Activity ' +
    'whoRequest:8WhoRequest personsRequest:9PersonsRequest peoplePage:10PeoplePageRequest say:11Say send:12Send ' +
    'edit:13Edit delete:14Delete typing:15Typing watch:16Watch unwatch:17Unwatch history:18HistoryRequest ' +
    'markRead:19MarkRead emote:20Emote setStatus:21SetStatus setLook:22SetLook savePoster:23SavePoster ' +
    'readPoster:24ReadPoster roomEnter:25RoomNumber roomLeave:26Empty roomOpen:27RoomNumber roomClose:28RoomNumber ' +
    'invitePerson:29InvitePerson answerInvitation:30AnswerInvitation ping:31Empty ' +
    'block:32PersonNumber unblock:33PersonNumber report:34Report measure:35Measure lift:36Lift ' +
    'reportSettle:37ReportSettle orderQueue:38OrderQueue measureSeen:39MeasureSeen ' +
    'answerCall:40AnswerCall point:41Point showView:42ShowView raiseHand:43RaiseHand giveFloor:44GiveFloor ' +
    'tellWhenBack:48TellWhenBack callAuthors:49CallAuthors ' +
    'wantAnswer:54WantAnswer hideQuestion:55HideQuestion showQuestion:56ShowQuestion roomDo:57RoomDo ' +
    'planAnnouncement:58PlanAnnouncement withdrawAnnouncement:59WithdrawAnnouncement ' +
    'followAnnouncements:60FollowAnnouncements)',
  Empty: '',
  RoomNumber: 'room:1u',
  PersonNumber: 'person:1u',
  Enter: 'view:1e clientBuild:2s resume:3*ChannelCursor tabId:4y watchOnly:5b place:6f atBooth:7b',
  ChannelCursor: 'channel:1s after:2u',
  Move: 'sequence:1u place:2f',
  Go: '(target booth:1u person:2u roomDoor:3u table:4u stage:5b stepOut:6b helpDesk:7b) how:8e',
  Activity: 'hidden:1b input:2b view:3e',
  WhoRequest: 'visitors:1*u',
  PersonsRequest: 'persons:1*u',
  PeoplePageRequest: 'offset:1u limit:2u filter:3s order:4e',
  Say: 'clientId:1y text:2s conversation:3u',
  Send: 'channel:1s clientId:2y kind:3e text:4s ref:5u',
  Edit: 'channel:1s clientId:2y ref:3u text:4s',
  Delete: 'channel:1s clientId:2y ref:3u',
  Typing: 'channel:1s',
  Watch: 'channel:1s after:2u',
  Unwatch: 'channel:1s',
  HistoryRequest: 'channel:1s before:2u limit:3u',
  MarkRead: 'channel:1s number:2u',
  Emote: 'emote:1u',
  SetStatus: 'text:1s doNotLocate:2b away:3b',
  SetLook: 'look:1y shortName:2s',
  SavePoster: 'poster:1u saved:2b',
  ReadPoster: 'poster:1u',
  InvitePerson: 'person:1u kind:2e',
  AnswerInvitation: 'invitation:1u accept:2b',
  MeasureSeen: 'measure:1u',
  AnswerCall: 'booth:1u accept:2b',
  // attend.proto
  TellWhenBack: 'poster:1u on:2b',
  BackWanted: 'posters:1*u',
  AuthorBack: 'poster:1u booth:2u person:3u',
  StillHere: 'how:1e untilMs:2d',
  // booth.proto
  Point: 'booth:1u place:2f gone:3b',
  ShowView: 'booth:1u centre:2f extent:3f',
  Pointers: 'booth:1u person:2*u place:3*f presenting:4u views:5*SharedView',
  SharedView: 'person:1u centre:2f extent:3f',
  RaiseHand: 'booth:1u down:2b',
  GiveFloor: 'booth:1u person:2u',
  Hands: 'booth:1u person:2*u floor:3u',
  // event.proto
  Event: 'channel:1s number:2u clientId:3y atMs:4d author:5u kind:6e ref:7u text:8s authorOfPoster:9b',
  // server.proto
  ServerMessage:
    '(body state:1StateFrame welcome:2Welcome events:3Events ack:4Ack reject:5Reject who:6Who persons:7Persons ' +
    'peoplePage:8PeoplePage facts:9HallFacts nearby:10Nearby conversation:11ConversationState going:12Going ' +
    'watching:13Watching history:14HistoryPage typing:15TypingNow emoted:16Emoted invitation:17Invitation ' +
    'invitationAnswered:18InvitationAnswered control:19Control room:20y catalogueChanged:21CatalogueChanged ' +
    'profilesChanged:22ProfilesChanged closing:23Closing pong:24Pong saved:25SavedPosters readMarks:26ReadMarks ' +
    'myMeasure:27MyMeasure orderQueue:28OrderQueuePage reportFiled:29ReportFiled orderChanged:30OrderChanged ' +
    'blockedPeople:31BlockedPeople authorCall:32AuthorCall boothCalls:33BoothCalls ' +
    'pointers:34Pointers hands:35Hands ' +
    'stillHere:40StillHere backWanted:41BackWanted authorBack:42AuthorBack ' +
    'posterDesk:46PosterDesk roomQuestions:55y plannedAnnouncements:56y)',
  StateFrame: 'step:1u centreCell:2u snapshot:3b records:4*f gone:5*f',
  Profile:
    'person:1u name:2s shortName:3s affiliation:4s look:5y role:6e presents:7*u status:8s doNotLocate:9b',
  ChannelHead: 'channel:1s head:2u read:3u',
  Welcome:
    'visitor:1u me:2Profile epoch:3u inControl:4b place:5f catalogueHash:6s planHash:7s clientBuild:8s nowMs:9d ' +
    'channels:10*ChannelHead saved:11*u may:12*s sequence:13u peopleHere:14u process:15s',
  Events: 'events:1*Event',
  Ack: 'inReplyTo:1u number:2u atMs:3d',
  Reject: 'inReplyTo:1u code:2e retryAfterMs:3u reason:4s untilMs:5d',
  Who: 'visitors:1*WhoIs',
  WhoIs: 'visitor:1u profile:2Profile',
  Persons: 'persons:1*Profile',
  Whereabouts: '(at booth:1u room:2u stage:3b foyer:4b aisle:5u notHere:6b table:7u)',
  PersonRow: 'profile:1Profile visitor:2u at:3Whereabouts away:4b listMode:5b',
  PeoplePage: 'inReplyTo:1u total:2u offset:3u rows:4*PersonRow',
  HallFacts:
    'version:1u full:2b booth:3*u state:4*u peopleHere:5u cell:6*u cellPeople:7*u rooms:8*RoomFact apart:9b',
  RoomFact: 'room:1u open:2b members:3u capacity:4u session:5s waiting:6u',
  Nearby: 'conversation:1u visitor:2u person:3u text:4s atMs:5d clientId:6y',
  ConversationState: 'conversation:1u members:2*Member centre:3f',
  Member: 'visitor:1u person:2u presents:3b away:4b listMode:5b',
  Going: 'inReplyTo:1u place:2f setDown:3b sequence:4u',
  Watching: 'channel:1s head:2u (how resumed:3u gap:4Gap)',
  Gap: 'from:1u to:2u',
  HistoryPage: 'inReplyTo:1u channel:2s events:3*Event more:4b',
  TypingNow: 'channel:1s person:2u',
  Emoted: 'visitor:1u emote:2u',
  Invitation: 'invitation:1u kind:2e fromPerson:3u fromVisitor:4u',
  InvitationAnswered: 'person:1u kind:2e accepted:3b',
  Control: 'inControl:1b epoch:2u otherDevice:3b',
  CatalogueChanged: 'catalogueHash:1s planHash:2s',
  ProfilesChanged: 'persons:1*u',
  Closing: 'reason:1e retryAfterMs:2u',
  Pong: 'nowMs:1d',
  SavedPosters: 'saved:1*u',
  ReadMarks: 'channels:1*ChannelHead',
  MyMeasure: 'measure:1u kind:2e reason:3s atMs:4d untilMs:5d lifted:6b contact:7s seen:8b',
  ReportFiled: 'report:1u person:2u atMs:3d',
  OrderChanged: 'openReports:1u',
  BlockedPeople: 'persons:1*u',
  AuthorCall: 'booth:1u poster:2u how:3e waiting:4u persons:5*u organisers:6b',
  BoothCalls: 'booth:1u callees:2*Callee',
  Callee: 'person:1u how:2e',
  // poster_desk.proto
  PosterDesk:
    'openRequests:1u answers:2*PosterAnswer openProposals:3u proposalsMark:4u decisions:5*ProposalDecision',
  ProposalDecision: 'proposal:1u state:2e title:3s word:4s room:5u startMs:6d atMs:7d',
  PosterAnswer: 'request:1u poster:2u putUp:3b words:4s atMs:5d',
  // catalogue.proto
  Catalogue: 'event:1EventInfo topics:2*Topic posters:3*Poster sessions:4*Session rooms:5*Room',
  EventInfo:
    'name:1s edition:2s timeZone:3s days:4*s contact:5s codeOfConduct:6s privacy:7s publicUrl:8s ' +
    'postersFreezeMs:9d doorsMs:10d closesMs:11d readableUntilMs:12d timesChange:13u',
  Topic: 'name:1s',
  Span: 'startMs:1d endMs:2d',
  Poster:
    'key:1u id:2s number:3u fileBooth:4s title:5s authors:6*s category:7s topic:8u link:9s keywords:10*s ' +
    'shifts:11*Span version:12u file:13s fileType:14s thumbnail:15s picture:16s width:17u height:18u ' +
    'tiles:19s tileSize:20u levels:21u fullWidth:22u fullHeight:23u pages:24u smallestTypePt:25d text:26u ' +
    'textByAuthor:27b putUpMs:28d note:29s putUpByAuthor:30b shiftsChosen:40u',
  Session:
    'id:1s title:2s kind:3e audience:4s place:5s room:6u people:7*s summary:8s day:9s span:10Span ' +
    'sponsor:11s stream:12s streamPublic:13b recording:14s change:15u',
  Room: 'room:1u name:2s capacity:3u',
  // plan.proto
  Tile: 'x:1i y:2i',
  TileRect: 'x:1i y:2i w:3i h:4i',
  FloorPlan:
    'width:1i height:2i blocked:3y floor:4y booths:5*PlanBooth furniture:6*PlanFurniture tables:7*PlanTable ' +
    'doors:8*PlanDoor signs:9*PlanSign aisleNumbers:10*PlanAisleNumber spawns:11*Tile stage:12TileRect ' +
    'audience:13TileRect foyer:14TileRect',
  PlanBooth: 'number:1u poster:2u topic:3u all:4TileRect rug:5TileRect presenter:6Tile',
  PlanFurniture: 'kind:1e rect:2TileRect',
  PlanTable: 'table:1TileRect zone:2TileRect',
  PlanDoor: 'room:1u rect:2TileRect front:3Tile',
  PlanSign: 'at:1Tile topic:2u pointsRight:3b',
  PlanAisleNumber: 'at:1Tile aisle:2u',
} as const;

export type MessageName = keyof typeof SCHEMA;

export interface WireField {
  readonly name: string;
  readonly number: number;
  /** A letter, or a message's name. */
  readonly kind: string;
  readonly repeated: boolean;
  /** '' = none. */
  readonly oneof: string;
}

const parsed = new Map<string, readonly WireField[]>();

/** What is fetched when it is first wanted (wire_schema_rooms.ts): in ServerMessage it stands as bytes. */
export function addMessages(more: Readonly<Record<string, string>>): void {
  for (const [name, fields] of Object.entries(more)) if (!parsed.has(name)) parsed.set(name, parse(fields));
}

export function fieldsOf(message: string): readonly WireField[] {
  let fields = parsed.get(message);
  if (!fields) {
    fields = parse(SCHEMA[message as MessageName] ?? '');
    parsed.set(message, fields);
  }
  return fields;
}

function parse(text: string): WireField[] {
  const fields: WireField[] = [];
  let oneof = '';
  for (const word of text.split(' ')) {
    if (word.startsWith('(')) {
      oneof = word.slice(1);
      continue;
    }
    const match = /^(\w+):(\d+)(\*?)(\w+)(\)?)$/.exec(word);
    if (!match) continue;
    const [, name = '', number = '', star = '', kind = '', end = ''] = match;
    fields.push({ name, number: Number(number), kind, repeated: star !== '', oneof });
    if (end !== '') oneof = '';
  }
  return fields;
}
