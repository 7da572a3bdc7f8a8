-- What is acknowledged and not yet in InfluxDB, and what has to be done there afterwards. Times are nanoseconds since the epoch.

-- Batches in the order in which they came. Numbers are never given twice.
create table waiting (
    id integer primary key autoincrement,
    arrived integer not null,
    records integer not null,
    -- windows among them
    windows integer not null,
    -- lines as they are sent, deflated
    lines blob not null
) strict;

-- Ten minutes of a series whose roll-ups do not have all of its windows yet.
create table unsettled (
    site text not null,
    bay text not null,
    channel text not null,
    -- number of the ten minutes since the epoch
    span integer not null,
    -- the newest batch with windows of it
    batch integer not null,
    primary key (site, bay, channel, span)
) strict, without rowid;

-- The highest revision of each event that was taken.
create table revision (
    event text primary key,
    site text not null,
    bay text not null,
    revision integer not null
) strict, without rowid;

-- What InfluxDB did not take, for somebody to look at.
create table refused (
    id integer primary key,
    at integer not null,
    reason text not null,
    records integer not null,
    database text not null,
    lines blob not null
) strict;
