// Before the hall: what a link opens, entering, and what a page without a session may show.

import * as api from '../net/api';
import type {
  ApiResult,
  EnterAnswer,
  EventAnswer,
  InvitationAnswer,
  PosterAnswer,
  SessionAnswer,
} from '../model/api';

export interface Joining {
  event(): Promise<ApiResult<EventAnswer>>;
  streams(): Promise<ApiResult<EventAnswer>>;
  session(): Promise<ApiResult<SessionAnswer>>;
  poster(name: string): Promise<ApiResult<PosterAnswer>>;
  invitation(token: string): Promise<ApiResult<InvitationAnswer>>;
  enter(request: Parameters<typeof api.postEnter>[0]): Promise<ApiResult<EnterAnswer>>;
}

export const joining: Joining = {
  event: api.getEvent,
  streams: api.getStreams,
  session: api.getSession,
  poster: (name) => api.getPoster(name),
  invitation: api.postInvitation,
  enter: api.postEnter,
};
