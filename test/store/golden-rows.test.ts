import { expect, it } from 'vitest';
import { KINDS } from '../../src/store/kinds.ts';

/**
 * One row of every kind in every version it ever had, as the table holds it. Never change one: tables out there are
 * full of them. A new version of a kind adds a row here, and a lift; attributes that may be missing are no new version, and add
 * a row beside the old one.
 */
const GOLDEN = {
  'entry 1': {
    pk: 'u#T1#U1',
    sk: 'd#2026-09-16#0a1b2c3d4e',
    q: { s: 2700, pages: 12 },
    tz: 'Europe/Madrid',
    tags: ['writing'],
    text: 'first draft',
    at: 1_789_000_000_000,
    to: 1_789_002_700_000,
    g: 'T1#12',
    v: 1_789_002_700_001.125,
    m: 1_789_002_700_001.125,
    n: 2,
  },
  'timer 1': {
    pk: 'u#T1#U1',
    sk: 'me#timer',
    at: 1_789_000_000_000,
    tz: 'Asia/Tokyo',
    text: 'x',
    tags: ['a'],
    task: 3,
    v: 1.5,
  },
  'timer 1, with all that came later': {
    pk: 'u#T1#U1',
    sk: 'me#timer',
    at: 1_789_000_000_000,
    tz: 'Asia/Tokyo',
    q: { pages: 12, km: 1.5 },
    kept: 1_789_050_000_000,
    v: 1.5,
  },
  'task 1': {
    pk: 'u#T1#U1',
    sk: 't#000012',
    title: 'Book',
    est: 14_400,
    up: 3,
    done: true,
    tags: ['a'],
    g: 'T1#tasks',
    v: 1.5,
  },
  'tag 1': { pk: 'u#T1#U1', sk: 'me#tag#writing', label: 'Writing', to: 'prose', archived: true, v: 1.5 },
  'note 1': {
    pk: 'u#T1#U1',
    sk: 'n#2026-09-16#0a1b2c3d4e',
    text: 'x',
    tags: ['a'],
    task: 3,
    v: 1.5,
    m: 1.5,
  },
  'prefs 1': { pk: 'u#T1#U1', sk: 'me#prefs', tz: 'America/Lima', guess: true, week: 7, v: 1.5 },
  'prefs 2': {
    pk: 'u#T1#U1',
    sk: 'me#prefs',
    sv: 2,
    tz: 'America/Lima',
    own: true,
    week: 7,
    goal: 27_000,
    days: [1, 2, 6],
    digest: { day: 5, at: '17:30' },
    remind: '16:00',
    by: '0123456789abcdef',
    v: 1.5,
  },
  'publication 1': { pk: 'u#T1#U1', sk: 'me#home', c: 'k3Jf', h: '1789574700.x', v: 1.5 },
  'lost 1': {
    pk: 'u#T1#U1',
    sk: 'me#lost#digest',
    due: 1_789_000_000_000,
    seen: true,
    v: 1.5,
    ttl: 1_791_000_000,
  },
  'turn 1': { pk: 'u#T1#U1', sk: 'me#turn', v: 1.5, end: 1.5 },
  'journal 1': {
    pk: 'u#T1#U1',
    sk: 'r#0123456789abcdef',
    what: 'stop',
    steps: [
      { k: 'me#timer', b: { at: 1, v: 1 }, a: { at: null, v: 2 }, soft: true },
      { p: 'u#T1#U2', k: 't#000012', b: { done: null }, a: { done: true }, s: { title: 'Book' } },
    ],
    m: -1.5,
    was: 1.25,
    res: '2026-09-16 b',
    ttl: 1_791_000_000,
  },
  'member 1': { pk: 'w#T1', sk: 'm#U1', share: 'team', v: 1.5 },
  'workspace 1': {
    pk: 'w#T1',
    sk: 'settings',
    leads: ['U1', 'U2'],
    named: true,
    digest: { to: 'C1', day: 1, at: '09:00', tz: 'Europe/Madrid', week: 1, by: 'U1' },
    v: 1.5,
  },
  'install 1': {
    pk: 'w#T1',
    sk: 'install',
    tok: 'aabbccdd.sealed',
    ref: 'aabbccdd.sealed-too',
    exp: 1_789_000_000_000,
    busy: 1_789_000_000_000,
    scopes: ['commands', 'chat:write'],
    app: 'A1',
    bot: 'U9',
    by: 'U1',
    at: 1_788_000_000_000,
    gone: 1_789_000_000_000,
    v: 1.5,
  },
  'leaving 1': { pk: 'u#T1#U1', sk: 'me#leaving', v: 1.5 },
  'due 1': {
    pk: 'q#2026-09-14#3',
    sk: '07:00/T1/digest/U1',
    state: 'sent',
    until: 1_789_000_000_000,
    ts: '1789000000.000100',
    why: 'empty',
    v: 1.5,
    ttl: 1_791_000_000,
  },
  'due 1, of a timer': {
    pk: 'q#2026-09-17#0',
    sk: '06:00/T1/still working/U1',
    state: 'due',
    v: 1.5,
    ttl: 1_791_000_000,
  },
  'due 1, of a workspace': {
    pk: 'q#2026-09-14#3',
    sk: '07:00/T1/team digest/team',
    state: 'due',
    v: 1.5,
    ttl: 1_791_000_000,
  },
  'cursor 1': { pk: 'q#cursor', sk: 'cursor', done: 1_789_000_000_000, v: 1.5 },
  'sweep 1': {
    pk: 'q#sweep',
    sk: 'sweep',
    last: { pk: 'u#T1#U1', sk: 'me#prefs' },
    done: 1_789_000_000_000,
    v: 1.5,
  },
  'counter 1': { pk: 'w#T1', sk: 'seq#task', n: 12, by: '0123456789abcdef' },
} as const;

it.each(Object.entries(GOLDEN))('%s is read, in full', (name, item) => {
  const kind = KINDS.find((one) => one.name === name.split(' ')[0]);
  expect(kind?.owns(item)).toBe(true);
  const reading = kind?.read(item);
  expect(reading).toMatchObject({ ok: true });
  const { pk: _pk, sk: _sk, sv: _sv, ...attributes } = { sv: 1, ...item };
  expect(reading).toMatchObject({ row: attributes });
});

it('there is a row for every version of every kind', () => {
  const versions = KINDS.flatMap(({ name, version }) =>
    Array.from({ length: version }, (_, index) => `${name} ${index + 1}`),
  );
  const golden = new Set(Object.keys(GOLDEN).map((name) => name.replace(/,.*$/, '')));
  expect(versions.toSorted()).toEqual([...golden].toSorted());
});

it('no key belongs to two kinds', () => {
  for (const item of Object.values(GOLDEN)) expect(KINDS.filter((kind) => kind.owns(item))).toHaveLength(1);
});
