-- What the instruments measured. Times and durations are nanoseconds, times since the epoch.

create table series (
    id integer primary key,
    site text not null,
    bay text not null,
    channel text not null,
    unique (site, bay, channel)
) strict;

-- Windows of 100 ms, labelled with their start. The mean is total / samples.
create table voltage (
    series integer not null references series,
    start integer not null,
    minimum real not null,
    maximum real not null,
    total real not null,
    samples integer not null check (samples > 0),
    primary key (series, start)
) strict, without rowid;

create table event (
    id text primary key,
    site text not null,
    bay text not null,
    channel text not null,
    kind text not null,
    start integer not null,
    revision integer not null,
    open integer not null check (open in (0, 1)),
    duration integer not null,
    minimum real,
    maximum real,
    saturated integer not null check (saturated in (0, 1)),
    parent text,
    reason text,
    job text,
    clock text not null
) strict, without rowid;

create index event_start on event (site, bay, start);
