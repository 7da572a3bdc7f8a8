-- The workshop's memory savers, and how each fared under a known load.

create table saver (
    id integer primary key,
    -- name or number, as it stands on it
    name text not null,
    -- capitals without spaces and dashes: two savers are not called alike
    name_key text not null unique,
    no_load_volts real not null,
    -- null: nobody knows
    rating_amperes real,
    -- where its blocking diode is
    diode text not null check (diode in ('inside', 'box', 'none')),
    diode_volts real not null,
    hold_floor_volts real not null,
    remarks text,
    retired integer not null check (retired in (0, 1)),
    entered_by text not null,
    entered_at integer not null
) strict;

create table load_test (
    id integer primary key,
    saver integer not null references saver,
    -- a day of the workshop's calendar: 2026-05-17
    tested_on text not null,
    amperes real not null,
    seconds integer not null,
    held_volts real not null,
    -- what it had to hold, by what was known of the saver then
    limit_volts real not null,
    passed integer not null check (passed in (0, 1)),
    entered_by text not null,
    entered_at integer not null
) strict;

create index load_test_saver on load_test (saver, tested_on, id);
