// Messages of the organisers' board as wire_schema.ts has the others: fetched with what sends them
// (intents/announcing.ts, intents/calling.ts).

export const ANNOUNCE_SCHEMA = {
  CallAuthors: 'booths:1*u',
  PlanAnnouncement: 'clientId:1y to:2e room:3u dueMs:4d text:5s',
  WithdrawAnnouncement: 'clientId:1y number:2u',
  FollowAnnouncements: 'on:1b',
  PlannedAnnouncements: 'announcements:1*Announcement',
  Announcement:
    'number:1u person:2u name:3s atMs:4d to:5e room:6u dueMs:7d text:8s state:9e settledMs:10d reached:11u',
};
