-- The workshop's memory. Columns that end in _nanos are nanoseconds since the epoch, labels of the bays;
-- columns that end in _at are milliseconds since the epoch, by the dashboard's own clock.

create table bay (
    site text not null,
    bay text not null,
    first_seen_at integer not null,
    primary key (site, bay)
) strict, without rowid;

create table vehicle (
    id integer primary key,
    plate text not null,
    -- the plate without spaces and dashes: what two spellings of one plate have in common
    plate_key text not null unique,
    vin text,
    make text not null,
    model text not null,
    generation text,
    year integer,
    note text,
    created_at integer not null
) strict;

create table job (
    id text primary key,
    site text not null,
    bay text not null,
    kind text not null,
    state text not null,
    phase text not null,
    vehicle integer,
    started_nanos integer not null,
    finished_nanos integer,
    revision integer not null,
    started_by text
) strict, without rowid;

create index job_vehicle on job (vehicle, started_nanos);
create index job_running on job (site, bay) where state = 'running';

-- An alarm as it stands: its transition of the highest revision.
create table alarm (
    id text primary key,
    site text not null,
    bay text not null,
    channel text not null,
    kind text not null,
    priority text not null,
    state text not null,
    condition integer not null check (condition in (0, 1)),
    raised_nanos integer not null,
    changed_nanos integer not null,
    silenced_until_nanos integer not null,
    event text,
    job text,
    acknowledged_by text,
    revision integer not null
) strict, without rowid;

create index alarm_changed on alarm (changed_nanos);
create index alarm_job on alarm (job);
create index alarm_open on alarm (site, bay) where state <> 'normal';

create table alarm_transition (
    alarm text not null,
    revision integer not null,
    at_nanos integer not null,
    kind text not null,
    priority text not null,
    state text not null,
    condition integer not null check (condition in (0, 1)),
    who text,
    order_id text,
    refused text,
    primary key (alarm, at_nanos, revision)
) strict, without rowid;

-- A radio found locked, exactly at one moment or somewhen in a range.
create table lock_event (
    id integer primary key,
    vehicle integer not null references vehicle,
    from_at integer not null,
    to_at integer not null,
    display text not null,
    note text,
    entered_by text not null,
    entered_at integer not null,
    check (from_at <= to_at)
) strict;

create index lock_event_vehicle on lock_event (vehicle, from_at);
