import { describe, expect, it } from 'vitest';
import { OVERRUN_MS, runningStreams, sessionToWatch, streamPhase, toSee } from './streams';
import type { ProgrammeSession } from './values';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 3, 21, 9);

function session(id: string, more: Partial<ProgrammeSession> = {}): ProgrammeSession {
  return {
    id,
    title: id,
    kind: 2,
    audience: '',
    place: '',
    room: 0,
    people: [],
    summary: '',
    day: '2026-04-21',
    span: { startMs: NOW - HOUR, endMs: NOW + HOUR },
    sponsor: '',
    stream: 'https://v.example/a.m3u8',
    streamPublic: false,
    recording: '',
    change: 0,
    ...more,
  };
}

const nothing = { chosen: '', closed: new Set<string>(), atStage: false };

describe('what is to be seen', () => {
  it('is the stream while it runs and the recording afterwards', () => {
    const talk = session('talk', { recording: 'https://watch.example/1' });
    expect(streamPhase(talk, NOW - 2 * HOUR)).toBe('coming');
    expect(toSee(talk, NOW - 2 * HOUR)).toEqual({ phase: 'coming', address: '', plays: false });
    expect(toSee(talk, NOW)).toEqual({ phase: 'running', address: talk.stream, plays: true });
    expect(toSee(talk, NOW + HOUR)).toEqual({ phase: 'over', address: talk.recording, plays: false });
    const endMs = NOW + HOUR;
    expect(toSee(session('long'), endMs + OVERRUN_MS - 1)).toMatchObject({ phase: 'over', plays: true });
    expect(toSee(session('long'), endMs + OVERRUN_MS)).toEqual({ phase: 'over', address: '', plays: false });
    expect(toSee(session('day', { span: undefined }), NOW).phase).toBe('running');
  });
  it('is in order: the stage, then breakouts; what began last first', () => {
    const all = [
      session('early'),
      session('room', { room: 2 }),
      session('late', { span: { startMs: NOW - 1000, endMs: NOW + HOUR } }),
      session('quiet', { stream: '' }),
      session('over', { span: { startMs: NOW - HOUR, endMs: NOW } }),
    ];
    expect(runningStreams(all, NOW).map(({ id }) => id)).toEqual(['late', 'early', 'room']);
  });
});

describe('what is watched beside the hall', () => {
  const all = [
    session('talk'),
    session('room', { room: 2 }),
    session('past', { span: { startMs: 0, endMs: 1 } }),
  ];
  it('is nothing, but at the stage what runs there', () => {
    expect(sessionToWatch(all, NOW, nothing)).toBeNull();
    expect(sessionToWatch(all, NOW, { ...nothing, atStage: true })?.id).toBe('talk');
  });
  it('stays away once closed, and comes when chosen', () => {
    const closed = new Set(['talk']);
    expect(sessionToWatch(all, NOW, { ...nothing, atStage: true, closed })).toBeNull();
    expect(sessionToWatch(all, NOW, { atStage: true, closed, chosen: 'talk' })?.id).toBe('talk');
    expect(sessionToWatch(all, NOW, { ...nothing, chosen: 'room' })?.id).toBe('room');
  });
  it('ends with the session, unless there is a recording', () => {
    expect(sessionToWatch(all, NOW, { ...nothing, chosen: 'past' })).toBeNull();
    const kept = [session('past', { span: { startMs: 0, endMs: 1 }, recording: 'https://r.example/' })];
    expect(sessionToWatch(kept, NOW, { ...nothing, chosen: 'past' })?.id).toBe('past');
  });
});
