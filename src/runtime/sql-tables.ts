/**
 * The tables, and the one statement that writes a step.
 *
 * PostgreSQL 13 or later, and PGlite. Moments are text in the one form of this package, whose order is that of
 * time. Snapshots are text and not `jsonb`, so that a case comes back byte for byte.
 *
 * @module
 */

/**
 * Makes the tables where they are not there yet; one statement for each member.
 *
 * Run them once with the rights of the schema's owner. Policies per agency are the host's affair.
 */
export const tableStatements: readonly string[] = [
  `create table if not exists motcua_case (
  agency text not null,
  case_id text not null,
  seq integer not null,
  national_status integer not null,
  definition text not null,
  last_hash text not null,
  snapshot text not null,
  primary key (agency, case_id)
)`,
  `create table if not exists motcua_event (
  agency text not null,
  case_id text not null,
  seq integer not null,
  type text not null,
  at text not null,
  hash text not null,
  body text not null,
  primary key (agency, case_id, seq)
)`,
  `create table if not exists motcua_timer (
  agency text not null,
  case_id text not null,
  key text not null,
  at text not null,
  body text not null,
  claimed_until text,
  primary key (agency, case_id, key)
)`,
  'create index if not exists motcua_timer_due on motcua_timer (agency, at)',
  `create table if not exists motcua_effect (
  agency text not null,
  key text not null,
  case_id text not null,
  position bigint generated always as identity,
  body text not null,
  attempts integer not null default 0,
  claimed_until text,
  settled boolean not null default false,
  primary key (agency, key)
)`,
  'create index if not exists motcua_effect_open on motcua_effect (agency, position) where not settled',
  `create table if not exists motcua_register (
  agency text not null,
  register text not null,
  next integer not null,
  primary key (agency, register)
)`,
]

/**
 * Writes a step: events, snapshot, timers, effects and counters, where version and counters are as read.
 *
 * One statement, so one round trip and no open transaction. The rows of the case and of the counters are locked
 * and looked at once more first; only where they fit does anything follow. Two writers of a new case, or of a
 * new register, meet at the primary key: the later one fails as a whole, which the store tells as a conflict.
 *
 * $1 agency, $2 case, $3 expected seq, $4 new seq, $5 national status, $6 definition, $7 last hash, $8 snapshot,
 * $9 events, $10 timers, $11 effects, $12 numbers (the last four are JSON texts).
 */
export const appendStatement = `
with wanted as materialized (
  select register, number from jsonb_to_recordset($12::jsonb) as n(register text, number integer)
), locked_case as materialized (
  select seq from motcua_case where agency = $1 and case_id = $2 for update
), locked_register as materialized (
  select register, next from motcua_register
  where agency = $1 and register in (select register from wanted) for update
), fits as materialized (
  select 1 as one where coalesce((select seq from locked_case), 0) = $3::integer
    and not exists (
      select from wanted left join locked_register using (register)
      where coalesce(locked_register.next, 1) <> wanted.number
    )
), new_case as (
  insert into motcua_case (agency, case_id, seq, national_status, definition, last_hash, snapshot)
  select $1, $2, $4::integer, $5::integer, $6, $7, $8 from fits where $3::integer = 0
), old_case as (
  update motcua_case set seq = $4::integer, national_status = $5::integer, definition = $6, last_hash = $7, snapshot = $8
  from fits where agency = $1 and case_id = $2 and $3::integer > 0
), new_events as (
  insert into motcua_event (agency, case_id, seq, type, at, hash, body)
  select $1, $2, e.seq, e.type, e.at, e.hash, e.body from fits,
    jsonb_to_recordset($9::jsonb) as e(seq integer, type text, at text, hash text, body text)
), given_timers as materialized (
  select t.key, t.at, t.body from jsonb_to_recordset($10::jsonb) as t(key text, at text, body text)
), kept_timers as (
  insert into motcua_timer (agency, case_id, key, at, body)
  select $1, $2, t.key, t.at, t.body from fits, given_timers t
  on conflict (agency, case_id, key) do update set at = excluded.at, body = excluded.body
), gone_timers as (
  delete from motcua_timer using fits
  where agency = $1 and case_id = $2 and key not in (select key from given_timers)
), new_effects as (
  insert into motcua_effect (agency, key, case_id, body)
  select $1, f.key, $2, f.body from fits, jsonb_to_recordset($11::jsonb) as f(key text, body text)
  on conflict (agency, key) do nothing
), new_registers as (
  insert into motcua_register (agency, register, next)
  select $1, register, number + 1 from fits, wanted where register not in (select register from locked_register)
), old_registers as (
  update motcua_register set next = wanted.number + 1 from fits, wanted
  where agency = $1 and motcua_register.register = wanted.register
    and wanted.register in (select register from locked_register)
)
select exists (select from fits) as stored`

/** Takes the timers whose moment has come, past other takers. */
export const claimTimersStatement = `
update motcua_timer set claimed_until = $3
where (agency, case_id, key) in (
  select agency, case_id, key from motcua_timer
  where agency = $1 and at <= $2 and (claimed_until is null or claimed_until <= $2)
  order by at, case_id limit $4 for update skip locked
)
returning case_id, body, at`

/** Takes the oldest effects that are not delivered, past other takers. */
export const claimEffectsStatement = `
update motcua_effect set claimed_until = $3, attempts = attempts + 1
where (agency, key) in (
  select agency, key from motcua_effect
  where agency = $1 and not settled and (claimed_until is null or claimed_until <= $2)
  order by position limit $4 for update skip locked
)
returning body, attempts, position`
