// The whole model of one visit, composed. No behaviour of its own: net/ fills the parts, scene/ and ui/ read them.

import type { Announcement } from './announcements';
import { Attending } from './attending';
import { Calls } from './calls';
import { Catalogue } from './catalogue';
import { Channels } from './channels';
import { Clock } from './clock';
import { Conversation } from './conversation';
import { Facts } from './facts';
import { Hands } from './hands';
import { Happenings } from './happenings';
import { LinkState } from './link_state';
import { Me } from './me';
import { MyProgramme } from './my_programme';
import { MyThings } from './my_things';
import { Notices } from './notices';
import { Order } from './order';
import { OwnPlace } from './own_place';
import { People } from './people';
import { PosterDesk } from './poster_desk';
import { Pointing } from './pointing';
import { Profiles } from './profiles';
import { Reminders } from './reminders';
import { Rooms } from './rooms';
import { Saved } from './saved';
import { SearchState } from './search_state';
import { Selection } from './selection';
import type { Settings } from './settings';
import { Visitors } from './visitors';

export class HallModel {
  readonly attending = new Attending();
  readonly calls = new Calls();
  readonly catalogue = new Catalogue();
  readonly channels = new Channels();
  readonly conversation = new Conversation();
  readonly facts = new Facts();
  readonly hands = new Hands();
  readonly happenings = new Happenings();
  readonly link = new LinkState();
  readonly me = new Me();
  readonly mine = new MyThings();
  readonly myProgramme = new MyProgramme();
  readonly notices = new Notices();
  readonly order = new Order();
  readonly own = new OwnPlace();
  readonly people = new People();
  readonly posterDesk = new PosterDesk();
  readonly pointing = new Pointing();
  readonly profiles = new Profiles();
  readonly reminders = new Reminders();
  readonly rooms = new Rooms();
  readonly saved = new Saved();
  readonly search = new SearchState();
  readonly selection = new Selection();
  readonly visitors = new Visitors();
  readonly clock: Clock;
  /** Who follows what organisers announce, while they do. */
  declare onPlanned?: (all: readonly Announcement[]) => void;

  constructor(
    readonly settings: Settings,
    machineMs: () => number,
  ) {
    this.clock = new Clock(machineMs);
  }
}
